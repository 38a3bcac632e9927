namespace Clipyard.Server.Tasks.Work;

/// <summary>What a line of a task's log is.</summary>
internal enum LogStatus
{
    Info,
    Success,
    Warning,
    Error,
}
