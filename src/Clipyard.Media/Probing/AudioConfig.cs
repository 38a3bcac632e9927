using System.Runtime.InteropServices;

namespace Clipyard.Media.Probing;

/// <summary>What an <c>esds</c> box says about its sound. Unreadable parts are null: they do not make a file corrupt.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AudioConfig(byte? ObjectType, int? SampleRate, int? Channels)
{
    private const int DecoderConfigTag = 4;
    private const int DecoderSpecificTag = 5;

    private static readonly int[] Rates =
    [
        96000,
        88200,
        64000,
        48000,
        44100,
        32000,
        24000,
        22050,
        16000,
        12000,
        11025,
        8000,
        7350,
    ];

    /// <summary>Reads what can be read.</summary>
    /// <param name="payload">Version and flags, then the elementary stream descriptor (ISO/IEC 14496-1, 7.2.6.5).</param>
    public static AudioConfig Read(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 4 || !TryEnter(payload[4..], 3, out var stream) || stream.Length < 3)
        {
            return default;
        }

        var flags = stream[2];
        var at = 3 + ((flags & 0x80) != 0 ? 2 : 0);
        if ((flags & 0x40) != 0)
        {
            at += at < stream.Length ? 1 + stream[at] : 1;
        }

        at += (flags & 0x20) != 0 ? 2 : 0;
        if (at > stream.Length || !TryEnter(stream[at..], DecoderConfigTag, out var decoder) || decoder.Length < 13)
        {
            return default;
        }

        var objectType = decoder[0];
        return TryEnter(decoder[13..], DecoderSpecificTag, out var specific) && specific.Length >= 2
            ? ReadSpecific(objectType, specific)
            : new AudioConfig(objectType, null, null);
    }

    // AudioSpecificConfig: 5 bits of object type, 4 of rate, 4 of channels. The escape codes are rare: left to the entry.
    private static AudioConfig ReadSpecific(byte objectType, ReadOnlySpan<byte> specific)
    {
        var rate = ((specific[0] & 7) << 1) | (specific[1] >> 7);
        var channels = (specific[1] >> 3) & 15;
        var isPlain = specific[0] >> 3 != 31 && rate < Rates.Length;

        return new AudioConfig(
            objectType,
            isPlain ? Rates[rate] : null,
            isPlain && channels is >= 1 and <= 7 ? (channels == 7 ? 8 : channels) : null
        );
    }

    private static bool TryEnter(ReadOnlySpan<byte> bytes, byte tag, out ReadOnlySpan<byte> content)
    {
        content = default;
        if (bytes.IsEmpty || bytes[0] != tag)
        {
            return false;
        }

        // The length has up to four bytes of seven bits each.
        var length = 0;
        for (var i = 1; i <= 4 && i < bytes.Length; i++)
        {
            length = (length << 7) | (bytes[i] & 0x7f);
            if ((bytes[i] & 0x80) == 0)
            {
                var start = i + 1;
                content = bytes.Slice(start, Math.Min(length, bytes.Length - start));
                return true;
            }
        }

        return false;
    }
}
