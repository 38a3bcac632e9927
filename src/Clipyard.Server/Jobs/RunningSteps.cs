using System.Collections.Concurrent;

namespace Clipyard.Server.Jobs;

/// <summary>The steps that run in this process now, so that they can be told to stop.</summary>
internal sealed class RunningSteps
{
    private readonly ConcurrentDictionary<Guid, CancellationTokenSource> _steps = [];

    /// <summary>Whether nothing runs: what a stopping server waits for, and tests.</summary>
    public int Count => _steps.Count;

    /// <summary>Says that a step of the job begins.</summary>
    /// <returns>What tells it that the job was cancelled; null when one runs already.</returns>
    public CancellationTokenSource? TryBegin(Guid jobId)
    {
        // Never disposed: without a timer it holds nothing, and somebody may just be about to cancel it.
        var cancelled = new CancellationTokenSource();
        return _steps.TryAdd(jobId, cancelled) ? cancelled : null;
    }

    /// <summary>Says that it has ended, whichever way.</summary>
    public void End(Guid jobId) => _steps.TryRemove(jobId, out _);

    /// <summary>Tells the job's running step to stop, if there is one.</summary>
    public Task CancelAsync(Guid jobId) =>
        _steps.TryGetValue(jobId, out var cancelled) ? cancelled.CancelAsync() : Task.CompletedTask;
}
