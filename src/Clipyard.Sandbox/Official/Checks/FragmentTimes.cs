using System.Buffers.Binary;

namespace Clipyard.Sandbox.Official.Checks;

/// <summary>How long a fragmented video lasts: the sum over its fragments.</summary>
internal static class FragmentTimes
{
    private const uint DefaultDuration = 0x08;
    private const uint BaseOffset = 0x01;
    private const uint Description = 0x02;

    /// <summary>The duration that a fragment without its own takes, from <c>mvex</c>.</summary>
    public static uint Default(ReadOnlyMemory<byte> extends, uint track)
    {
        foreach (var (type, content) in Box.Inside(extends))
        {
            if (
                type is "trex"
                && content.Length >= 16
                && BinaryPrimitives.ReadUInt32BigEndian(content.Span[4..]) == track
            )
            {
                return BinaryPrimitives.ReadUInt32BigEndian(content.Span[12..]);
            }
        }

        return 0;
    }

    /// <summary>Samples and duration of a track in one <c>moof</c>.</summary>
    public static (long Count, long Duration) In(ReadOnlyMemory<byte> fragment, uint track, uint defaultDuration)
    {
        var (count, duration) = (0L, 0L);
        foreach (var (_, content) in Box.Inside(fragment).Where(box => box.Type is "traf"))
        {
            if (
                Box.Find(content, "tfhd") is not { Length: >= 8 } header
                || BinaryPrimitives.ReadUInt32BigEndian(header.Span[4..]) != track
            )
            {
                continue;
            }

            var own = Own(header.Span) ?? defaultDuration;
            foreach (var (_, run) in Box.Inside(content).Where(box => box.Type is "trun" && box.Content.Length >= 8))
            {
                var (samples, time) = Run(run.Span, own);
                count += samples;
                duration += time;
            }
        }

        return (count, duration);
    }

    private static uint? Own(ReadOnlySpan<byte> header)
    {
        var flags = BinaryPrimitives.ReadUInt32BigEndian(header) & 0xFFFFFF;
        var at = 8 + ((flags & BaseOffset) != 0 ? 8 : 0) + ((flags & Description) != 0 ? 4 : 0);
        return (flags & DefaultDuration) != 0 && header.Length >= at + 4
            ? BinaryPrimitives.ReadUInt32BigEndian(header[at..])
            : null;
    }

    private static (long Count, long Duration) Run(ReadOnlySpan<byte> run, uint own)
    {
        var flags = BinaryPrimitives.ReadUInt32BigEndian(run) & 0xFFFFFF;
        var count = BinaryPrimitives.ReadUInt32BigEndian(run[4..]);
        if ((flags & 0x100) == 0)
        {
            return (count, count * (long)own);
        }

        var at = 8 + ((flags & 0x01) != 0 ? 4 : 0) + ((flags & 0x04) != 0 ? 4 : 0);
        var width = 4 * System.Numerics.BitOperations.PopCount((flags >> 8) & 0xF);
        var duration = 0L;
        for (var i = 0L; i < count && at + width <= run.Length; i++, at += width)
        {
            duration += BinaryPrimitives.ReadUInt32BigEndian(run[at..]);
        }

        return (count, duration);
    }
}
