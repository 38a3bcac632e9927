using Clipyard.Failures;
using Clipyard.Media.Audio;

namespace Clipyard.Downloads;

/// <summary>A sound file, mp3 or m4a, whole.</summary>
internal sealed class SoundCheck : IMediaCheck
{
    private readonly AudioFileInspector _inspector = new();

    public void Append(ReadOnlySpan<byte> bytes) => _inspector.Append(bytes);

    public CheckedMedia Complete()
    {
        var report = _inspector.Complete();
        if (!report.Verdict.IsWhole)
        {
            throw new ClipyardException(FailureCatalogue.MediaCorrupt, report.Verdict.Problem);
        }

        return report.Kind switch
        {
            AudioFileKind.Mp3 => new CheckedMedia("mp3"),
            AudioFileKind.M4a => new CheckedMedia("m4a"),
            _ => throw new ClipyardException(FailureCatalogue.MediaCorrupt, "The file is no sound."),
        };
    }
}
