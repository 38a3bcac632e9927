using System.Buffers.Binary;

namespace Clipyard.Media.Probing;

/// <summary>A four-character code. Compared as a number, shown as text.</summary>
internal readonly record struct FourCc(uint Value)
{
    public static FourCc Of(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt32BigEndian(bytes));

    /// <summary>Whether all four are printable, or the copyright sign that QuickTime uses in names.</summary>
    public bool IsPlausible
    {
        get
        {
            for (var shift = 24; shift >= 0; shift -= 8)
            {
                var letter = (byte)(Value >> shift);
                if (letter is not ((>= 0x20 and <= 0x7e) or 0xa9))
                {
                    return false;
                }
            }

            return true;
        }
    }

    public bool Is(ReadOnlySpan<byte> name) => BinaryPrimitives.ReadUInt32BigEndian(name) == Value;

    public override string ToString() =>
        string.Create(
            4,
            Value,
            static (text, value) =>
            {
                for (var i = 0; i < text.Length; i++)
                {
                    var letter = (byte)(value >> (24 - (8 * i)));
                    text[i] = letter is >= 0x20 and <= 0x7e ? (char)letter : '?';
                }
            }
        );
}
