namespace Clipyard.Media.Probing;

/// <summary>Reads one track of the index (<c>trak</c>).</summary>
internal static class TrackReader
{
    /// <summary>Reads a track; <paramref name="movieOffset"/> is where the index begins in the file.</summary>
    /// <exception cref="StructureException">It is corrupt, or misses a part that every track has.</exception>
    public static TrackIndex Read(Box trak, long movieOffset)
    {
        Box tkhd = default;
        Box mdia = default;
        var children = trak.Children();
        while (children.TryRead(out var child))
        {
            if (child.Is("tkhd"u8))
            {
                tkhd = child;
            }
            else if (child.Is("mdia"u8))
            {
                mdia = child;
            }
        }

        Demand(tkhd, "tkhd", trak);
        Demand(mdia, "mdia", trak);

        Box mdhd = default;
        Box hdlr = default;
        Box minf = default;
        children = mdia.Children();
        while (children.TryRead(out var child))
        {
            if (child.Is("mdhd"u8))
            {
                mdhd = child;
            }
            else if (child.Is("hdlr"u8))
            {
                hdlr = child;
            }
            else if (child.Is("minf"u8))
            {
                minf = child;
            }
        }

        Demand(mdhd, "mdhd", trak);
        Demand(hdlr, "hdlr", trak);
        Demand(minf, "minf", trak);

        var kind = KindOf(hdlr);
        var (timescale, duration) = MovieReader.ReadTime(mdhd);
        var stbl = FindTables(minf, trak);
        var timing = new Timing();
        var samples = new SampleTable { FileOffset = stbl.FileOffset };
        var description = ReadTables(stbl, kind, timing, samples);
        var isWide = tkhd.Byte(0) == 1;
        var start = (int)(trak.FileOffset - movieOffset);

        return new TrackIndex
        {
            Id = tkhd.UInt32(isWide ? 20 : 12),
            Kind = kind,
            Description = description,
            Samples = samples,
            Place = start..(start + trak.Whole.Length),
            Timing = timing,
            Timescale = timescale,
            StatedDuration = duration,
            Rotation = kind == TrackKind.Video ? ReadRotation(tkhd, isWide ? 52 : 40) : 0,
            Shown = ((int)(tkhd.UInt32(isWide ? 88 : 76) >> 16), (int)(tkhd.UInt32(isWide ? 92 : 80) >> 16)),
        };
    }

    private static Box FindTables(Box minf, Box trak)
    {
        var children = minf.Children();
        while (children.TryRead(out var child))
        {
            if (child.Is("stbl"u8))
            {
                return child;
            }
        }

        throw StructureException.Corrupt("A track has no 'stbl'.", trak.FileOffset);
    }

    private static SampleDescription ReadTables(Box stbl, TrackKind kind, Timing timing, SampleTable samples)
    {
        SampleDescription? description = null;
        var children = stbl.Children();
        while (children.TryRead(out var child))
        {
            if (child.Is("stsd"u8))
            {
                description = SampleDescription.Read(child, kind);
            }
            else if (child.Is("stts"u8))
            {
                ReadTiming(child, timing);
            }
            else
            {
                samples.Take(child);
            }
        }

        return description ?? throw StructureException.Corrupt("A track has no 'stsd'.", stbl.FileOffset);
    }

    private static void ReadTiming(Box stts, Timing timing)
    {
        var count = stts.Count(4, 8, 8);
        for (var i = 0; i < count; i++)
        {
            timing.Add(stts.UInt32(8 + (8 * i)), stts.UInt32(12 + (8 * i)));
        }
    }

    private static TrackKind KindOf(Box hdlr)
    {
        var handler = new FourCc(hdlr.UInt32(8));
        return handler.Is("vide"u8) ? TrackKind.Video
            : handler.Is("soun"u8) ? TrackKind.Audio
            : TrackKind.Other;
    }

    // The matrix is a b u / c d v / x y w; a quarter turn shows in the signs of a, b, c and d.
    private static int ReadRotation(Box tkhd, int at) =>
        (
            Math.Sign(tkhd.Int32(at)),
            Math.Sign(tkhd.Int32(at + 4)),
            Math.Sign(tkhd.Int32(at + 12)),
            Math.Sign(tkhd.Int32(at + 16))
        ) switch
        {
            (0, 1, -1, 0) => 90,
            (-1, 0, 0, -1) => 180,
            (0, -1, 1, 0) => 270,
            _ => 0,
        };

    private static void Demand(Box box, string name, Box trak)
    {
        if (box.Whole.IsEmpty)
        {
            throw StructureException.Corrupt($"A track has no '{name}'.", trak.FileOffset);
        }
    }
}
