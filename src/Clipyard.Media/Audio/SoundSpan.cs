using System.Runtime.InteropServices;
using Clipyard.Media.Probing;

namespace Clipyard.Media.Audio;

/// <summary>How long the sound lasts, in the units of the track and of the whole presentation.</summary>
/// <param name="MediaUnits">All samples, in units of the track.</param>
/// <param name="MovieUnits">What is heard, in units of the presentation.</param>
/// <param name="FirstHeard">Where playback begins inside the track: encoders put silence in front. In its units.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SoundSpan(ulong MediaUnits, ulong MovieUnits, uint FirstHeard)
{
    public static SoundSpan Of(TrackIndex track, FragmentSamples? fragments, Box mvhd, Box trak)
    {
        var (stated, firstHeard) = ReadHeaders(trak);
        if (fragments is null)
        {
            return new SoundSpan(track.StatedDuration ?? 0, stated, firstHeard);
        }

        ulong media = 0;
        foreach (var duration in fragments.Durations)
        {
            media += duration;
        }

        var (movieScale, _) = MovieReader.ReadTime(mvhd);
        var heard = media > firstHeard ? media - firstHeard : 0;
        var movie = track.Timescale == 0 ? 0 : (ulong)((UInt128)heard * movieScale / track.Timescale);
        return new SoundSpan(media, movie, firstHeard);
    }

    private static (ulong Stated, uint FirstHeard) ReadHeaders(Box trak)
    {
        ulong stated = 0;
        uint firstHeard = 0;
        var children = trak.Children();
        while (children.TryRead(out var child))
        {
            if (child.Is("tkhd"u8))
            {
                stated = child.Byte(0) == 1 ? child.UInt64(28) : child.UInt32(20);
            }
            else if (child.Is("edts"u8))
            {
                firstHeard = ReadFirstHeard(child);
            }
        }

        return (stated, firstHeard);
    }

    // Only the usual list of one entry: a delay before the sound, or cuts inside it, do not occur in fragments.
    private static uint ReadFirstHeard(Box edts)
    {
        var children = edts.Children();
        if (!children.TryRead(out var elst) || !elst.Is("elst"u8) || elst.UInt32(4) != 1 || elst.Byte(0) != 0)
        {
            return 0;
        }

        var mediaTime = elst.Int32(12);
        return mediaTime > 0 ? (uint)mediaTime : 0;
    }
}
