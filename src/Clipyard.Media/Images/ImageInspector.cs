using System.Buffers.Binary;
using Clipyard.Media.Probing;

namespace Clipyard.Media.Images;

/// <summary>Watches a picture file pass by, in pieces of any size, and says what it is and whether it is whole.</summary>
/// <remarks>Keeps a few bytes of the beginning and the end. One file per instance; not for several threads at a time.</remarks>
public sealed class ImageInspector
{
    private const int TailBytes = 12;

    // An empty IEND chunk and its checksum.
    private static ReadOnlySpan<byte> PngEnd => [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];

    private readonly byte[] _start = new byte[ImageProbe.NeededBytes];
    private readonly byte[] _tail = new byte[TailBytes];
    private readonly BoxEnds _boxes = new();
    private readonly BoxWalker _walker;
    private int _startFilled;
    private int _tailFilled;
    private long _zeros;
    private bool _boxesAreBroken;
    private ImageReport? _report;

    /// <summary>Begins with an empty file.</summary>
    public ImageInspector() => _walker = new BoxWalker(_boxes);

    /// <summary>Bytes seen so far.</summary>
    public long Position { get; private set; }

    /// <summary>The format, as far as the first bytes show it.</summary>
    public ImageKind Kind => ImageProbe.KindOf(_start.AsSpan(0, _startFilled));

    /// <summary>Takes the next bytes of the file.</summary>
    /// <exception cref="InvalidOperationException">The file was completed before.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_report is not null)
        {
            throw new InvalidOperationException("This file was completed; a new one needs a new inspector.");
        }

        var taken = Math.Min(bytes.Length, _start.Length - _startFilled);
        bytes[..taken].CopyTo(_start.AsSpan(_startFilled));
        _startFilled += taken;

        Position += bytes.Length;
        KeepTail(bytes);
        WalkBoxes(bytes);
    }

    /// <summary>Says that the file ends here.</summary>
    /// <returns>What it is and whether it is whole. The same on every call.</returns>
    public ImageReport Complete() => _report ??= Judge();

    private ImageReport Judge()
    {
        var kind = Kind;
        var problem = FindProblem(kind);
        return new ImageReport
        {
            Kind = kind,
            IsWhole = problem is null,
            Problem = problem,
            SizeBytes = Position,
        };
    }

    private string? FindProblem(ImageKind kind)
    {
        if (Position == 0)
        {
            return "The file is empty.";
        }

        var tail = _tail.AsSpan(0, _tailFilled);
        var isWhole = kind switch
        {
            ImageKind.Jpeg => tail is [.., 0xff, 0xd9],
            ImageKind.Png => tail.EndsWith(PngEnd),
            ImageKind.Gif => tail is [.., 0x3b],
            ImageKind.Webp => Position >= 8L + BinaryPrimitives.ReadUInt32LittleEndian(_start.AsSpan(4)),
            ImageKind.Avif or ImageKind.Heic => !_boxesAreBroken && _walker.FaultAtEnd() is null && _boxes.HaveContent,
            _ => false,
        };

        return isWhole ? null
            : kind == ImageKind.Unknown ? "This is no picture of a known format."
            : $"The {kind} picture ends early.";
    }

    // Some servers pad a picture with zeros: the end that counts is the last byte that is not zero.
    private void KeepTail(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.LastIndexOfAnyExcept((byte)0) + 1;
        if (end > 0)
        {
            PushTail(stackalloc byte[(int)Math.Min(_zeros, TailBytes)]);
            PushTail(bytes[..end]);
            _zeros = 0;
        }

        _zeros += bytes.Length - end;
    }

    private void PushTail(ReadOnlySpan<byte> bytes)
    {
        var added = bytes.Length > TailBytes ? bytes[^TailBytes..] : bytes;
        var kept = Math.Min(_tailFilled, TailBytes - added.Length);
        _tail.AsSpan(_tailFilled - kept, kept).CopyTo(_tail);
        added.CopyTo(_tail.AsSpan(kept));
        _tailFilled = kept + added.Length;
    }

    private void WalkBoxes(ReadOnlySpan<byte> bytes)
    {
        if (_boxesAreBroken || Kind is not (ImageKind.Avif or ImageKind.Heic or ImageKind.Unknown))
        {
            return;
        }

        try
        {
            _walker.Append(bytes);
        }
        catch (StructureException)
        {
            _boxesAreBroken = true;
        }
    }
}
