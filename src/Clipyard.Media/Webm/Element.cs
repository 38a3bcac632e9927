using System.Buffers.Binary;
using System.Text;
using Clipyard.Media.Probing;

namespace Clipyard.Media.Webm;

/// <summary>One element inside a buffered parent, and where its content lies in the file.</summary>
internal readonly ref struct Element(uint id, ReadOnlySpan<byte> payload, long payloadOffset)
{
    public uint Id { get; } = id;

    public ReadOnlySpan<byte> Payload { get; } = payload;

    public long PayloadOffset { get; } = payloadOffset;

    public ElementReader Children() => new(Payload, PayloadOffset);

    /// <summary>A whole number; negative when it is larger than any that makes sense here.</summary>
    public long Integer()
    {
        Demand(Payload.Length <= 8);
        ulong value = 0;
        foreach (var next in Payload)
        {
            value = (value << 8) | next;
        }

        return unchecked((long)value);
    }

    /// <summary>A whole number for a size or a count: 0 when it is out of all reason.</summary>
    public int Small() => Integer() is >= 0 and <= 1_000_000 and var value ? (int)value : 0;

    public double Real()
    {
        Demand(Payload.Length is 0 or 4 or 8);
        return Payload.Length switch
        {
            4 => BinaryPrimitives.ReadSingleBigEndian(Payload),
            8 => BinaryPrimitives.ReadDoubleBigEndian(Payload),
            _ => 0,
        };
    }

    /// <summary>A name; bytes that no name has appear as <c>?</c>.</summary>
    public string Name()
    {
        var text = new StringBuilder();
        foreach (var letter in Payload.TrimEnd((byte)0))
        {
            text.Append(letter is >= 0x20 and <= 0x7e ? (char)letter : '?');
            if (text.Length == LongestName)
            {
                break;
            }
        }

        return text.ToString();
    }

    private const int LongestName = 64;

    private void Demand(bool fits)
    {
        if (!fits)
        {
            throw StructureException.Corrupt(
                $"The element '{ElementId.NameOf(Id)}' holds no number of {Payload.Length} bytes.",
                PayloadOffset
            );
        }
    }
}
