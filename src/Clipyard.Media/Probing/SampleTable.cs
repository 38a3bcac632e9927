using System.Buffers.Binary;

namespace Clipyard.Media.Probing;

/// <summary>Where a track's samples lie: sizes, samples per chunk, and the chunks' places, still as the file wrote them.</summary>
/// <remarks>Each table was found to hold as many entries as it claims.</remarks>
internal sealed class SampleTable
{
    private const int SpreadBytes = 12;

    private byte[] _sizes = [];
    private byte[] _spread = [];
    private byte[] _places = [];
    private int _sizeBits;
    private uint _fixedSize;
    private int _placeBytes = 4;

    /// <summary>Where the table lies in the file, for messages.</summary>
    public required long FileOffset { get; init; }

    public uint SampleCount { get; private set; }

    public int ChunkCount => _places.Length / _placeBytes;

    /// <summary>Takes one of the boxes of <c>stbl</c> if it is about places.</summary>
    public void Take(Box box)
    {
        if (box.Is("stsz"u8))
        {
            _fixedSize = box.UInt32(4);
            _sizeBits = _fixedSize == 0 ? 32 : 0;
            TakeSizes(box);
        }
        else if (box.Is("stz2"u8))
        {
            _sizeBits = box.Byte(7);
            if (_sizeBits is not (4 or 8 or 16))
            {
                throw StructureException.Corrupt("A track states sizes in an impossible unit.", box.FileOffset);
            }

            TakeSizes(box);
        }
        else if (box.Is("stsc"u8))
        {
            _spread = box.Payload.Slice(8, box.Count(4, 8, SpreadBytes) * SpreadBytes).ToArray();
        }
        else if (box.Is("stco"u8) || box.Is("co64"u8))
        {
            _placeBytes = box.Is("stco"u8) ? 4 : 8;
            _places = box.Payload.Slice(8, box.Count(4, 8, _placeBytes) * _placeBytes).ToArray();
        }
    }

    /// <summary>The stretches of file that hold the samples, one per chunk, in the order of the track.</summary>
    /// <exception cref="StructureException">The tables contradict each other.</exception>
    public IEnumerable<FileRange> Chunks()
    {
        long sample = 0;
        var spreadAt = -1;
        long perChunk = 0;

        for (var chunk = 0; chunk < ChunkCount && sample < SampleCount; chunk++)
        {
            while (NextSpreadBegins(spreadAt) == chunk + 1)
            {
                spreadAt++;
                perChunk = SpreadAt(spreadAt, 4);
            }

            var count = Math.Min(perChunk, SampleCount - sample);
            var length = LengthOf(sample, count);
            var start = PlaceOf(chunk);
            if (start > long.MaxValue - length)
            {
                throw StructureException.Corrupt("A chunk of samples lies beyond any file.", FileOffset);
            }

            yield return new FileRange(start, start + length);
            sample += count;
        }

        if (sample < SampleCount)
        {
            throw StructureException.Corrupt(
                $"A track has {SampleCount} samples, but places for only {sample}.",
                FileOffset
            );
        }
    }

    private void TakeSizes(Box box)
    {
        SampleCount = box.UInt32(8);
        var bytes = ((long)SampleCount * _sizeBits + 7) / 8;
        if (bytes > box.Payload.Length - 12)
        {
            throw StructureException.Corrupt("A track claims more samples than it lists.", box.FileOffset);
        }

        _sizes = box.Payload.Slice(12, (int)bytes).ToArray();
    }

    private long NextSpreadBegins(int current) =>
        (current + 1) * SpreadBytes < _spread.Length ? SpreadAt(current + 1, 0) : -1;

    private uint SpreadAt(int entry, int at) =>
        BinaryPrimitives.ReadUInt32BigEndian(_spread.AsSpan((entry * SpreadBytes) + at));

    private long PlaceOf(int chunk)
    {
        var bytes = _places.AsSpan(chunk * _placeBytes);
        if (_placeBytes == 4)
        {
            return BinaryPrimitives.ReadUInt32BigEndian(bytes);
        }

        var place = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        return place <= long.MaxValue
            ? (long)place
            : throw StructureException.Corrupt("A chunk of samples lies beyond any file.", FileOffset);
    }

    // A product of two 32-bit numbers fits; a sum of listed sizes does, because the list is at most 64 MiB long.
    private long LengthOf(long first, long count)
    {
        if (_sizeBits == 0)
        {
            var length = (ulong)_fixedSize * (ulong)count;
            return length <= long.MaxValue
                ? (long)length
                : throw StructureException.Corrupt("A chunk is larger than any file.", FileOffset);
        }

        long sum = 0;
        for (var sample = first; sample < first + count; sample++)
        {
            sum += SizeOf((int)sample);
        }

        return sum;
    }

    private uint SizeOf(int sample) =>
        _sizeBits switch
        {
            32 => BinaryPrimitives.ReadUInt32BigEndian(_sizes.AsSpan(sample * 4)),
            16 => BinaryPrimitives.ReadUInt16BigEndian(_sizes.AsSpan(sample * 2)),
            8 => _sizes[sample],
            _ => (uint)(sample % 2 == 0 ? _sizes[sample / 2] >> 4 : _sizes[sample / 2] & 15),
        };
}
