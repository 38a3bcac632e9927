namespace Clipyard.Server.Tasks.Work;

/// <summary>The audit log's words for tasks, and those of the lines that the server itself adds to a task's log.</summary>
internal static class TaskWords
{
    public const string InstanceCreated = "instance.created";
    public const string InstanceChanged = "instance.changed";
    public const string InstanceDeleted = "instance.deleted";
    public const string TaskDeleted = "task.deleted";
    public const string TaskPosted = "task.posted";

    /// <summary>Who says what the server adds to a log.</summary>
    public const string Server = "clipyard";

    public const string PostRequested = "post_to_tiktok";
    public const string OutputChanged = "output_changed";
}
