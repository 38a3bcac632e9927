using System.Diagnostics.Metrics;

namespace Clipyard.Server.Jobs;

/// <summary>What is counted of background work, on the meter <c>Clipyard</c>.</summary>
internal sealed class JobMetrics
{
    private readonly Counter<long> _ended;
    private readonly Counter<long> _steps;
    private double _queueAgeSeconds;
    private int _queued;

    public JobMetrics(IMeterFactory meters, RunningSteps running)
    {
        var meter = meters.Create("Clipyard");
        _ended = meter.CreateCounter<long>("clipyard.jobs.ended", "{job}", "Jobs that ended, by kind and end.");
        _steps = meter.CreateCounter<long>(
            "clipyard.jobs.unforeseen",
            "{step}",
            "Steps that ended in an error nobody foresaw."
        );
        meter.CreateObservableGauge(
            "clipyard.jobs.queue_age",
            () => Volatile.Read(ref _queueAgeSeconds),
            "s",
            "How long the oldest due job has been waiting for its turn."
        );
        meter.CreateObservableGauge(
            "clipyard.jobs.queued",
            () => Volatile.Read(ref _queued),
            "{job}",
            "Due jobs that wait for their turn."
        );
        meter.CreateObservableGauge("clipyard.jobs.running", () => running.Count, "{step}", "Steps that run now.");
    }

    /// <summary>A job ended. Counted inside the transaction that says so.</summary>
    public void Ended(Job job) =>
        _ended.Add(
            1,
            new KeyValuePair<string, object?>("kind", job.Kind),
            new KeyValuePair<string, object?>("end", job.State.ToString().ToLowerInvariant())
        );

    /// <summary>A step ended in an error that nobody foresaw.</summary>
    public void Unforeseen(string kind) => _steps.Add(1, new KeyValuePair<string, object?>("kind", kind));

    /// <summary>How the queue stands, as the sweeper last saw it.</summary>
    public void Queue(int waiting, TimeSpan age)
    {
        Volatile.Write(ref _queued, waiting);
        Volatile.Write(ref _queueAgeSeconds, age.TotalSeconds);
    }
}
