namespace Clipyard.Downloads;

/// <summary>Where one download goes and how.</summary>
internal sealed record DownloadTarget(
    IDownloadSink Sink,
    DownloadOptions Options,
    IProgress<TransferProgress>? Progress
);
