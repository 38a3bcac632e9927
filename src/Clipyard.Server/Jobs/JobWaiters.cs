using System.Collections.Concurrent;
using Clipyard.Server.Events;

namespace Clipyard.Server.Jobs;

/// <summary>Tells callers who wait for a job that it has ended.</summary>
internal sealed class JobWaiters : ICommitObserver
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _waiting = [];

    /// <summary>Ends when the job does. Ask the row after this call, not before: an end in between would be missed.</summary>
    public Task WhenEndedAsync(Guid jobId, CancellationToken cancellationToken) =>
        _waiting
            .GetOrAdd(jobId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))
            .Task.WaitAsync(cancellationToken);

    /// <summary>Forgets a job that has ended in another way than by an event.</summary>
    public void Release(Guid jobId)
    {
        if (_waiting.TryRemove(jobId, out var waiting))
        {
            waiting.TrySetResult();
        }
    }

    public void Committed(LoggedEvent logged)
    {
        if (JobEvents.IsEnd(logged.Type) && Guid.TryParse(logged.Subject, out var jobId))
        {
            Release(jobId);
        }
    }
}
