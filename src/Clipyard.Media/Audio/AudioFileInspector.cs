using Clipyard.Media.Probing;

namespace Clipyard.Media.Audio;

/// <summary>Watches a sound file pass by, in pieces of any size, and says whether it is MP3 or M4A and whether it is whole.</summary>
/// <remarks>Faults of the file never throw: they are the verdict. One file per instance; not for several threads at a time.</remarks>
public sealed class AudioFileInspector
{
    private readonly Mp4Inspector _boxes = new();
    private readonly Mp3Walker _frames = new();
    private readonly byte[] _start = new byte[8];
    private int _startFilled;
    private AudioFileReport? _report;

    /// <summary>The format, as far as the first bytes show it.</summary>
    public AudioFileKind Kind
    {
        get
        {
            var start = _start.AsSpan(0, _startFilled);
            if (start.StartsWith("ID3"u8) || (start.Length >= 4 && Mp3FrameHeader.TryRead(start, out _)))
            {
                return AudioFileKind.Mp3;
            }

            return start.Length == 8 && FirstBytes.OpensMedia(FourCc.Of(start[4..]))
                ? AudioFileKind.M4a
                : AudioFileKind.Unknown;
        }
    }

    /// <summary>Takes the next bytes of the file.</summary>
    /// <exception cref="InvalidOperationException">The file was completed before.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        var taken = Math.Min(bytes.Length, _start.Length - _startFilled);
        bytes[..taken].CopyTo(_start.AsSpan(_startFilled));
        _startFilled += taken;

        _boxes.Append(bytes);
        _frames.Append(bytes);
    }

    /// <summary>Says that the file ends here.</summary>
    /// <returns>What it is and whether it is whole. The same on every call.</returns>
    public AudioFileReport Complete() => _report ??= Judge();

    private AudioFileReport Judge()
    {
        var boxes = _boxes.Complete();
        var sound = boxes.Info?.Audio;

        return Kind switch
        {
            AudioFileKind.Mp3 => new AudioFileReport
            {
                Kind = AudioFileKind.Mp3,
                Verdict = _frames.Complete(),
                Duration = _frames.Duration,
                SampleRate = _frames.SampleRate,
                Channels = _frames.Channels,
                SizeBytes = _boxes.Position,
            },
            AudioFileKind.M4a => new AudioFileReport
            {
                Kind = AudioFileKind.M4a,
                Verdict =
                    boxes.Verdict.IsWhole && sound is null
                        ? StructureVerdict.NotMedia("The file holds no sound.")
                        : boxes.Verdict,
                Duration = boxes.Info?.Duration,
                SampleRate = sound?.SampleRate,
                Channels = sound?.Channels,
                SizeBytes = _boxes.Position,
            },
            _ => new AudioFileReport
            {
                Kind = AudioFileKind.Unknown,
                Verdict = boxes.Verdict.IsWhole ? StructureVerdict.NotMedia("This is no sound file.") : boxes.Verdict,
                SizeBytes = _boxes.Position,
            },
        };
    }
}
