using System.Diagnostics.Metrics;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing;

/// <summary>What is counted of publishing, on the meter <c>Clipyard</c>.</summary>
internal sealed class PublishingMetrics
{
    private readonly Counter<long> _ended;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _chunkRetries;
    private readonly Histogram<double> _lateness;

    public PublishingMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Clipyard");
        _ended = meter.CreateCounter<long>("clipyard.posts.ended", "{post}", "Posts that ended, by end and code.");
        _refused = meter.CreateCounter<long>(
            "clipyard.posts.inits_refused",
            "{call}",
            "Inits that TikTok refused or whose answer was lost, by code."
        );
        _chunkRetries = meter.CreateCounter<long>(
            "clipyard.posts.chunk_retries",
            "{step}",
            "Upload steps that had to be run again."
        );
        _lateness = meter.CreateHistogram<double>(
            "clipyard.posts.lateness",
            "s",
            "How long after its time a scheduled post began to go out."
        );
    }

    /// <summary>A post came to rest: the end, or the creator's inbox.</summary>
    public void Ended(Post post) =>
        _ended.Add(
            1,
            new KeyValuePair<string, object?>("end", post.State.ToString().ToLowerInvariant()),
            new KeyValuePair<string, object?>("code", post.FailureCode ?? "")
        );

    /// <summary>A post begins to go out.</summary>
    public void Started(Post post, DateTimeOffset now)
    {
        if (post.ScheduledFor is { } wanted)
        {
            _lateness.Record(Math.Max(0, (now - wanted).TotalSeconds));
        }
    }

    public void InitRefused(string code) => _refused.Add(1, new KeyValuePair<string, object?>("code", code));

    public void UploadRetried() => _chunkRetries.Add(1);
}
