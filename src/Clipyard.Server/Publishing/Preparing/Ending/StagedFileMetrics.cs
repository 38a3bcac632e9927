using System.Diagnostics.Metrics;

namespace Clipyard.Server.Publishing.Preparing.Ending;

/// <summary>How much lies staged: as the sweep counted it, and what came and went since.</summary>
internal sealed class StagedFileMetrics
{
    private long _files;
    private long _bytes;

    public StagedFileMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Clipyard");
        meter.CreateObservableGauge(
            "clipyard.posts.staged_files",
            () => Interlocked.Read(ref _files),
            "{file}",
            "Files of posts that are kept until the posts have ended."
        );
        meter.CreateObservableGauge(
            "clipyard.posts.staged_bytes",
            () => Interlocked.Read(ref _bytes),
            "By",
            "Bytes of these files."
        );
    }

    /// <summary>Some came, or went.</summary>
    public void Add(int files, long bytes)
    {
        Interlocked.Add(ref _files, files);
        Interlocked.Add(ref _bytes, bytes);
    }

    /// <summary>All were counted.</summary>
    public void Set(long files, long bytes)
    {
        Interlocked.Exchange(ref _files, files);
        Interlocked.Exchange(ref _bytes, bytes);
    }
}
