using System.Collections.Concurrent;
using Clipyard.Server.Jobs;

namespace Clipyard.Server.Tests.Jobs;

/// <summary>What probes do, and what they did.</summary>
internal sealed class ProbeScript
{
    private int _running;
    private int _most;

    /// <summary>One step of a job.</summary>
    public Func<JobStep, CancellationToken, Task<StepOutcome>> Step { get; set; } =
        (_, _) => Task.FromResult(StepOutcome.Done());

    /// <summary>The jobs' requests in the order in which steps began.</summary>
    public ConcurrentQueue<string> Begun { get; } = [];

    /// <summary>The most steps that ran at the same time.</summary>
    public int Most => _most;

    public async Task<StepOutcome> RunAsync(JobStep step, CancellationToken cancellationToken)
    {
        Begun.Enqueue(step.Job.Request);
        var running = Interlocked.Increment(ref _running);
        InterlockedMax(running);
        try
        {
            return await Step(step, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private void InterlockedMax(int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref _most)))
        {
            Interlocked.CompareExchange(ref _most, value, seen);
        }
    }
}
