using System.Collections.Concurrent;
using Clipyard.Server.Events;

namespace Clipyard.Server.Jobs;

/// <summary>How far the running steps are. In memory only; the newest word of each job, nothing older.</summary>
internal sealed class ProgressBoard(EventStreams streams)
{
    private readonly ConcurrentDictionary<Guid, JobProgress> _latest = [];

    /// <summary>Where a step of this job tells how far it is.</summary>
    public IProgress<JobProgress> For(Job job) => new Reporter(this, job.Id, job.OwnerId);

    /// <summary>The job's latest word; null when it does not transfer anything now.</summary>
    public JobProgress? Find(Guid jobId) => _latest.GetValueOrDefault(jobId);

    /// <summary>The step has ended.</summary>
    public void Clear(Job job)
    {
        if (_latest.TryRemove(job.Id, out _))
        {
            streams.Untell(job.OwnerId, job.Id.ToString());
        }
    }

    private void Set(Guid jobId, Guid ownerId, JobProgress value)
    {
        _latest[jobId] = value;
        var data = JobProgressResponse.Of(jobId, value);
        streams.Tell(ownerId, new LiveEvent(JobEvents.Progress, data.JobId, data));
    }

    // Not Progress<T>: that one posts to the thread pool, where a late word could overtake the end.
    private sealed class Reporter(ProgressBoard board, Guid jobId, Guid ownerId) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => board.Set(jobId, ownerId, value);
    }
}
