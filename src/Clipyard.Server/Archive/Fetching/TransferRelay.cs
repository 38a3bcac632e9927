using Clipyard.Downloads;
using Clipyard.Server.Jobs;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>Tells a job how far its transfer is. At once, unlike <see cref="Progress{T}"/>, so never out of order.</summary>
internal sealed class TransferRelay(IProgress<JobProgress> job) : IProgress<TransferProgress>
{
    public void Report(TransferProgress value)
    {
        if (value.Part.Kind == MediaPartKind.Cover)
        {
            return; // a moment's work, after which the video would seem to begin again
        }

        job.Report(
            new JobProgress(
                value.Part.Video.Id.Value,
                value.Bytes,
                value.TotalBytes,
                value.BytesPerSecond,
                value.TimeLeft
            )
        );
    }
}
