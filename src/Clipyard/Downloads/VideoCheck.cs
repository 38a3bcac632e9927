using Clipyard.Failures;
using Clipyard.Media.Probing;

namespace Clipyard.Downloads;

/// <summary>A video: its boxes are all there, and the samples they point at lie inside the file.</summary>
internal sealed class VideoCheck : IMediaCheck
{
    private readonly Mp4Inspector _inspector = new();

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _inspector.Append(bytes);
        if (_inspector.Fault is { } fault)
        {
            throw new ClipyardException(FailureCatalogue.MediaCorrupt, fault.Problem);
        }
    }

    public CheckedMedia Complete()
    {
        var report = _inspector.Complete();
        if (!report.Verdict.IsWhole)
        {
            throw new ClipyardException(
                report.Verdict.State == StructureState.Incomplete
                    ? FailureCatalogue.MediaIncomplete
                    : FailureCatalogue.MediaCorrupt,
                report.Verdict.Problem
            );
        }

        if (report.Info is not { Video: not null } info)
        {
            throw new ClipyardException(FailureCatalogue.MediaCorrupt, "The file holds no picture.");
        }

        return new CheckedMedia(info.Container == MediaContainer.Mov ? "mov" : "mp4", info);
    }
}
