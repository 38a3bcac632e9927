using Clipyard.Media.Probing;

namespace Clipyard.Media.Audio;

/// <summary>Walks the frames of an MP3 that arrives in pieces of any size. Frame contents are counted, not read.</summary>
internal sealed class Mp3Walker
{
    private const int TagHeaderBytes = 10;
    private const int FrameHeaderBytes = 4;

    private readonly byte[] _header = new byte[TagHeaderBytes];
    private int _headerFilled;
    private long _remaining;
    private bool _isInTail;
    private bool _isInFrame;
    private double _seconds;

    public StructureVerdict? Fault { get; private set; }

    public long Frames { get; private set; }

    public long Position { get; private set; }

    public int? SampleRate { get; private set; }

    public int? Channels { get; private set; }

    public TimeSpan? Duration => MediaTime.From(_seconds);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var taken = Fault is not null || _isInTail ? bytes.Length : Take(bytes);
            Position += taken;
            bytes = bytes[taken..];
        }
    }

    public StructureVerdict Complete()
    {
        if (Fault is not null)
        {
            return Fault;
        }

        if (_remaining > 0 && !_isInTail)
        {
            var what = _isInFrame ? "a frame" : "its tag";
            return StructureVerdict.Incomplete($"The MP3 ends {_remaining} bytes before {what} does.", Position);
        }

        return Frames > 0
            ? StructureVerdict.Whole
            : StructureVerdict.Incomplete("The MP3 ends before its first frame.", Position);
    }

    private int Take(ReadOnlySpan<byte> bytes)
    {
        if (_remaining > 0)
        {
            var skipped = (int)Math.Min(_remaining, bytes.Length);
            _remaining -= skipped;
            return skipped;
        }

        var isTag = _headerFilled > 0 ? _header[0] == (byte)'I' : bytes[0] == (byte)'I';
        var target = isTag ? TagHeaderBytes : FrameHeaderBytes;
        var taken = Math.Min(bytes.Length, target - _headerFilled);
        bytes[..taken].CopyTo(_header.AsSpan(_headerFilled));
        _headerFilled += taken;

        if (_headerFilled == target)
        {
            _headerFilled = 0;
            Begin(isTag);
        }

        return taken;
    }

    private void Begin(bool isTag)
    {
        if (isTag && _header.AsSpan().StartsWith("ID3"u8))
        {
            // Seven bits a byte, so that a size never looks like the start of a frame.
            _remaining =
                (_header[6] & 0x7f) << 21 | (_header[7] & 0x7f) << 14 | (_header[8] & 0x7f) << 7 | _header[9] & 0x7f;
            _isInFrame = false;
            return;
        }

        if (!isTag && Mp3FrameHeader.TryRead(_header, out var frame) && frame.Bytes > FrameHeaderBytes)
        {
            _remaining = frame.Bytes - FrameHeaderBytes;
            _isInFrame = true;
            _seconds += (double)frame.Samples / frame.SampleRate;
            SampleRate ??= frame.SampleRate;
            Channels ??= frame.Channels;
            Frames++;
            return;
        }

        // Behind the last frame come old tags (TAG, APETAGEX, LYRICS) or padding; before the first, nothing may.
        _isInTail = Frames > 0 && IsTail(_header);
        if (!_isInTail)
        {
            Fault = StructureVerdict.Corrupt("There is no MP3 frame where one should begin.", Position);
        }
    }

    private static bool IsTail(ReadOnlySpan<byte> header) =>
        header.StartsWith("TAG"u8)
        || header.StartsWith("APE"u8)
        || header.StartsWith("LYR"u8)
        || header.StartsWith("\0\0\0\0"u8);
}
