using Clipyard.Server.Data;
using Clipyard.Server.Jobs;

namespace Clipyard.Server.Tests.Automation.Mcp;

/// <summary>Says when somebody begins to wait for a job, and when they are made to stop.</summary>
internal sealed class WatchedQueue(IJobQueue queue, TaskCompletionSource entered, TaskCompletionSource cancelled)
    : IJobQueue
{
    public Job Add(ClipyardDb db, string kind, string lane, string request, string? studentId) =>
        queue.Add(db, kind, lane, request, studentId);

    public Task WakeAsync(Job job, CancellationToken cancellationToken) => queue.WakeAsync(job, cancellationToken);

    public async Task<bool> WaitAsync(Guid jobId, TimeSpan atMost, CancellationToken cancellationToken)
    {
        entered.TrySetResult();
        try
        {
            return await queue.WaitAsync(jobId, atMost, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            cancelled.TrySetResult();
            throw;
        }
    }

    public Task<Job?> CancelAsync(ClipyardDb db, Guid jobId, CancellationToken cancellationToken) =>
        queue.CancelAsync(db, jobId, cancellationToken);
}
