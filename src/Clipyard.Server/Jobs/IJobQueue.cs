using Clipyard.Server.Data;

namespace Clipyard.Server.Jobs;

/// <summary>The way into the background, for features.</summary>
internal interface IJobQueue
{
    /// <summary>
    /// Adds a job and its <c>job.queued</c> event to the context, to be saved with whatever belongs to it
    /// (an idempotency record, items).
    /// </summary>
    Job Add(ClipyardDb db, string kind, string lane, string request, string? studentId);

    /// <summary>After the commit: lets the engine look. A lost call is swept up within ten seconds.</summary>
    Task WakeAsync(Job job, CancellationToken cancellationToken);

    /// <summary>Waits until the job has ended, at most so long. Works across restarts of the job, not of the caller.</summary>
    /// <returns>Whether it has ended.</returns>
    Task<bool> WaitAsync(Guid jobId, TimeSpan atMost, CancellationToken cancellationToken);

    /// <summary>Asks a job to stop. Idempotent; a job that has ended stays as it ended.</summary>
    /// <returns>The job after that; null when the owner has none of this id.</returns>
    Task<Job?> CancelAsync(ClipyardDb db, Guid jobId, CancellationToken cancellationToken);
}
