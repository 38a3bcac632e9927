namespace Clipyard.Media.Probing;

/// <summary>Reads a buffered index (<c>moov</c>) by its known paths; unknown boxes are only checked to fit.</summary>
internal static class MovieReader
{
    /// <summary>Reads an index that begins at this place of the file.</summary>
    /// <exception cref="StructureException">It is corrupt.</exception>
    public static Movie Read(ReadOnlyMemory<byte> whole, int headerBytes, long fileOffset)
    {
        List<TrackIndex> tracks = [];
        Dictionary<long, FragmentDefaults> defaults = [];
        TimeSpan? duration = null;
        var expectsFragments = false;

        var children = new Box(new FourCc(0), whole.Span, headerBytes, fileOffset).Children();
        while (children.TryRead(out var child))
        {
            if (child.Is("mvhd"u8))
            {
                var (scale, units) = ReadTime(child);
                duration = scale > 0 && units is { } known ? MediaTime.From((double)known / scale) : null;
            }
            else if (child.Is("trak"u8))
            {
                tracks.Add(TrackReader.Read(child, fileOffset));
            }
            else if (child.Is("mvex"u8))
            {
                expectsFragments = true;
                ReadDefaults(child, defaults);
            }

            if (tracks.Count > ProbeLimits.Tracks)
            {
                throw StructureException.Corrupt($"More than {ProbeLimits.Tracks} tracks.", child.FileOffset);
            }
        }

        if (tracks.Count == 0)
        {
            throw StructureException.Corrupt("The index lists no track.", fileOffset);
        }

        foreach (var track in tracks)
        {
            track.Defaults = defaults.GetValueOrDefault(track.Id);
        }

        return new Movie
        {
            Whole = whole,
            HeaderBytes = headerBytes,
            Tracks = tracks,
            Duration = duration,
            ExpectsFragments = expectsFragments,
        };
    }

    /// <summary>Units per second and duration of an <c>mvhd</c> or <c>mdhd</c>; all bits set means unknown.</summary>
    public static (uint Timescale, ulong? Duration) ReadTime(Box header)
    {
        if (header.Byte(0) == 1)
        {
            var wide = header.UInt64(24);
            return (header.UInt32(20), wide == ulong.MaxValue ? null : wide);
        }

        var narrow = header.UInt32(16);
        return (header.UInt32(12), narrow == uint.MaxValue ? null : narrow);
    }

    private static void ReadDefaults(Box mvex, Dictionary<long, FragmentDefaults> defaults)
    {
        var children = mvex.Children();
        while (children.TryRead(out var child))
        {
            if (child.Is("trex"u8))
            {
                defaults[child.UInt32(4)] = new FragmentDefaults(child.UInt32(12), child.UInt32(16));
            }
        }
    }
}
