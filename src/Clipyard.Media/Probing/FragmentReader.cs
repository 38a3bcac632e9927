namespace Clipyard.Media.Probing;

/// <summary>Reads the list of one fragment (<c>moof</c>): where its samples lie and how long they last.</summary>
internal sealed class FragmentReader(Movie movie, List<FileRange> runs, FragmentSamples? samples)
{
    private const uint HasBaseOffset = 0x1;
    private const uint HasDescription = 0x2;
    private const uint HasDefaultDuration = 0x8;
    private const uint HasDefaultSize = 0x10;
    private const uint BaseIsFragment = 0x20000;
    private const uint HasRunOffset = 0x1;
    private const uint HasFirstFlags = 0x4;
    private const uint HasDuration = 0x100;
    private const uint HasSize = 0x200;
    private const uint HasFlags = 0x400;
    private const uint HasComposition = 0x800;

    // Where the data of a track fragment without an offset of its own begins: after the one before.
    private long _dataEnd;

    /// <summary>Adds a fragment's samples to their tracks, and its runs to those to be found in the media data.</summary>
    /// <exception cref="StructureException">It is corrupt, or belongs to a track that the index does not know.</exception>
    public void Read(ReadOnlyMemory<byte> whole, int headerBytes, long fileOffset)
    {
        _dataEnd = fileOffset;
        var children = new Box(new FourCc(0), whole.Span, headerBytes, fileOffset).Children();
        while (children.TryRead(out var child))
        {
            if (child.Is("traf"u8))
            {
                ReadTrack(child, fileOffset);
            }
        }
    }

    private void ReadTrack(Box traf, long fragmentOffset)
    {
        TrackIndex? track = null;
        var defaults = default(FragmentDefaults);
        long start = 0;

        var children = traf.Children();
        while (children.TryRead(out var child))
        {
            if (child.Is("tfhd"u8))
            {
                track =
                    movie.Find(child.UInt32(4))
                    ?? throw StructureException.Corrupt("A fragment belongs to no track.", child.FileOffset);
                (start, defaults) = ReadHeader(child, track.Defaults, fragmentOffset);
                _dataEnd = start;
            }
            else if (child.Is("trun"u8))
            {
                ReadRun(
                    child,
                    track ?? throw StructureException.Corrupt("A run of samples has no header.", child.FileOffset),
                    defaults,
                    start
                );
            }
        }
    }

    private (long Start, FragmentDefaults Defaults) ReadHeader(Box tfhd, FragmentDefaults defaults, long fragmentOffset)
    {
        var flags = tfhd.UInt32(0) & 0xffffff;
        var start = (flags & BaseIsFragment) != 0 ? fragmentOffset : _dataEnd;
        var at = 8;

        if ((flags & HasBaseOffset) != 0)
        {
            var stated = tfhd.UInt64(at);
            start = stated <= long.MaxValue ? (long)stated : throw Beyond(tfhd);
            at += 8;
        }

        at += (flags & HasDescription) != 0 ? 4 : 0;

        if ((flags & HasDefaultDuration) != 0)
        {
            defaults = defaults with { Duration = tfhd.UInt32(at) };
            at += 4;
        }

        if ((flags & HasDefaultSize) != 0)
        {
            defaults = defaults with { Size = tfhd.UInt32(at) };
        }

        return (start, defaults);
    }

    private void ReadRun(Box trun, TrackIndex track, FragmentDefaults defaults, long start)
    {
        var flags = trun.UInt32(0) & 0xffffff;
        var at = 8;
        var from = _dataEnd;

        if ((flags & HasRunOffset) != 0)
        {
            var offset = trun.Int32(at);
            from = offset > 0 && start > long.MaxValue - offset ? throw Beyond(trun) : start + offset;
            at += 4;
        }

        at += (flags & HasFirstFlags) != 0 ? 4 : 0;

        var length =
            (flags & (HasDuration | HasSize)) == 0
                ? AddPlain(trun, track, defaults, flags, at)
                : AddListed(trun, track, defaults, flags, at);

        if (from < 0 || length < 0 || from > long.MaxValue - length)
        {
            throw Beyond(trun);
        }

        _dataEnd = from + length;
        track.SampleBytes = Timing.SaturatingAdd(track.SampleBytes, length);
        Remember(new FileRange(from, _dataEnd), trun);

        if (samples?.Wants(movie, track) == true)
        {
            AddSamples(trun, samples, defaults, flags, at, from);
        }
    }

    private static long AddPlain(Box trun, TrackIndex track, FragmentDefaults defaults, uint flags, int at)
    {
        var entryBytes = ((flags & HasFlags) != 0 ? 4 : 0) + ((flags & HasComposition) != 0 ? 4 : 0);
        _ = trun.Count(4, at, entryBytes);

        var count = trun.UInt32(4);
        track.Timing.Add(count, defaults.Duration);
        return unchecked((long)((ulong)count * defaults.Size));
    }

    private static long AddListed(Box trun, TrackIndex track, FragmentDefaults defaults, uint flags, int at)
    {
        var hasDuration = (flags & HasDuration) != 0;
        var hasSize = (flags & HasSize) != 0;
        var rest = ((flags & HasFlags) != 0 ? 4 : 0) + ((flags & HasComposition) != 0 ? 4 : 0);
        var count = trun.Count(4, at, (hasDuration ? 4 : 0) + (hasSize ? 4 : 0) + rest);

        long length = 0;
        for (var i = 0; i < count; i++)
        {
            track.Timing.Add(1, hasDuration ? trun.UInt32(at) : defaults.Duration);
            at += hasDuration ? 4 : 0;
            length += hasSize ? trun.UInt32(at) : defaults.Size;
            at += (hasSize ? 4 : 0) + rest;
        }

        return length;
    }

    private static void AddSamples(
        Box trun,
        FragmentSamples samples,
        FragmentDefaults defaults,
        uint flags,
        int at,
        long from
    )
    {
        var rest = ((flags & HasFlags) != 0 ? 4 : 0) + ((flags & HasComposition) != 0 ? 4 : 0);
        var count = trun.UInt32(4);
        for (uint i = 0; i < count; i++)
        {
            var (duration, size) = defaults;
            if ((flags & HasDuration) != 0)
            {
                duration = trun.UInt32(at);
                at += 4;
            }

            if ((flags & HasSize) != 0)
            {
                size = trun.UInt32(at);
                at += 4;
            }

            at += rest;
            samples.Add(from, size, duration, trun.FileOffset);
            from += size;
        }
    }

    private void Remember(FileRange run, Box trun)
    {
        if (runs.Count > 0 && runs[^1].End == run.Start)
        {
            runs[^1] = runs[^1] with { End = run.End };
            return;
        }

        runs.Add(run);
        if (runs.Count > ProbeLimits.Ranges)
        {
            throw StructureException.Corrupt("More runs of samples than any real file has.", trun.FileOffset);
        }
    }

    private static StructureException Beyond(Box box) =>
        StructureException.Corrupt("A run of samples lies beyond any file.", box.FileOffset);
}
