using Clipyard.Server.Data;
using Clipyard.Server.Events;

namespace Clipyard.Server.Jobs;

/// <summary>What the event stream tells of jobs. A job's events have its id as their subject.</summary>
internal static class JobEvents
{
    public const string Queued = "job.queued";
    public const string Started = "job.started";
    public const string Completed = "job.completed";
    public const string Failed = "job.failed";
    public const string Cancelled = "job.cancelled";

    /// <summary>One of its items is done or failed. Told by the handlers.</summary>
    public const string Item = "job.item";

    /// <summary>How far a transfer is. Live only: without a sequence number, never replayed.</summary>
    public const string Progress = "job.progress";

    /// <summary>The event of an end.</summary>
    public static string OfEnd(JobState state) =>
        state switch
        {
            JobState.Completed => Completed,
            JobState.Failed => Failed,
            JobState.Cancelled => Cancelled,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A job does not end so."),
        };

    /// <summary>Whether nothing comes after an event of this type.</summary>
    public static bool IsEnd(string type) => type is Completed or Failed or Cancelled;

    /// <summary>Adds an event of a job, with how far it is.</summary>
    public static void AddJob(this IEventLog events, ClipyardDb db, string type, Job job) =>
        events.Add(
            db,
            type,
            job.Id.ToString(),
            new JobEventData(
                job.Id,
                job.Kind,
                job.State,
                job.StudentId,
                job.TotalItems,
                job.DoneItems,
                job.FailedItems,
                job.FailureCode
            )
        );
}
