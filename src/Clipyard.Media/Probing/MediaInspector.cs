using System.Buffers.Binary;
using Clipyard.Media.Webm;

namespace Clipyard.Media.Probing;

/// <summary>
/// Watches a video file of any container that is known here pass by, in pieces of any size, and says at the end whether
/// it was whole and what is in it.
/// </summary>
/// <remarks>
/// MP4 and MOV as <see cref="Mp4Inspector"/> does; WebM and Matroska with a few kilobytes of memory, whatever their size.
/// Faults of the file never throw: they are the verdict. One file per instance; not for several threads at a time.
/// </remarks>
public sealed class MediaInspector : IContainerInspector
{
    private const uint EbmlStart = 0x1a45dfa3;
    private const int StartBytes = 4;

    private readonly byte[] _start = new byte[StartBytes];
    private int _startFilled;
    private IContainerInspector? _inspector;
    private MediaReport? _report;

    /// <summary>Bytes seen so far.</summary>
    public long Position => _inspector?.Position ?? _startFilled;

    /// <summary>
    /// What is in the file, as far as known: null until the index or the list of tracks has passed, which is usually
    /// after the first few kilobytes. Durations and rates of a WebM grow until the end.
    /// </summary>
    public MediaInfo? Info => _report is null ? _inspector?.Info : _report.Info;

    /// <summary>
    /// What is already known to be wrong with the file, so that a transfer can stop early; null when nothing is.
    /// </summary>
    public StructureVerdict? Fault => _inspector?.Fault;

    long? IContainerInspector.SkippableBytes => _inspector is null ? 0 : _inspector.SkippableBytes;

    /// <summary>Takes the next bytes of the file.</summary>
    /// <exception cref="InvalidOperationException">The file was completed before.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_report is not null)
        {
            throw new InvalidOperationException("This file was completed; a new one needs a new inspector.");
        }

        if (_inspector is null)
        {
            var taken = Math.Min(bytes.Length, StartBytes - _startFilled);
            bytes[..taken].CopyTo(_start.AsSpan(_startFilled));
            _startFilled += taken;
            bytes = bytes[taken..];

            if (_startFilled == StartBytes)
            {
                Choose();
            }
        }

        _inspector?.Append(bytes);
    }

    /// <summary>Says that the file ends here.</summary>
    /// <returns>The verdict, and what is in the file as far as it could be read. The same on every call.</returns>
    public MediaReport Complete() => _report ??= (_inspector ?? Choose()).Complete();

    void IContainerInspector.Skip(long count) => _inspector?.Skip(count);

    private IContainerInspector Choose()
    {
        _inspector =
            BinaryPrimitives.ReadUInt32BigEndian(_start) == EbmlStart ? new WebmInspector() : new Mp4Inspector();
        _inspector.Append(_start.AsSpan(0, _startFilled));
        return _inspector;
    }
}
