namespace Clipyard.Media.Probing;

/// <summary>What the outermost boxes of a file amount to: its brands, its index, where media data lies, what is missing.</summary>
internal sealed class FileLayout(FragmentSamples? samples = null) : IBoxVisitor
{
    private readonly List<FileRange> _media = [];
    private readonly List<FileRange> _runs = [];
    private Brands _brands = Brands.None;
    private FragmentReader? _fragments;
    private bool _mediaCameFirst;
    private long _boxes;

    /// <summary>The index; null until it has passed.</summary>
    public Movie? Movie { get; private set; }

    public bool IsFragmented => Movie?.ExpectsFragments == true || HasFragments;

    public bool HasFragments { get; private set; }

    /// <summary>The brands are those of still pictures and there is no index.</summary>
    public bool IsPicture => Movie is null && _brands.IsPicture;

    int IBoxVisitor.BufferLimit(FourCc type) =>
        type.Is("moov"u8) ? ProbeLimits.IndexBytes
        : type.Is("moof"u8) ? ProbeLimits.FragmentBytes
        : type.Is("ftyp"u8) ? ProbeLimits.BrandBytes
        : 0;

    void IBoxVisitor.Begin(FourCc type, long offset, int headerBytes, long? size)
    {
        // Files that were written into reserved space may end in zeros.
        if (!type.IsPlausible && (type.Value != 0 || size is not null))
        {
            throw StructureException.Corrupt("There is no box where one should begin.", offset);
        }

        if (++_boxes > ProbeLimits.Ranges)
        {
            throw StructureException.Corrupt("More boxes than any real file has.", offset);
        }

        if (type.Is("mdat"u8))
        {
            _mediaCameFirst |= Movie is null;
            _media.Add(new FileRange(offset + headerBytes, size is null ? long.MaxValue : offset + size.Value));
        }
    }

    void IBoxVisitor.Buffered(FourCc type, long offset, int headerBytes, ReadOnlyMemory<byte> whole)
    {
        if (type.Is("ftyp"u8))
        {
            _brands = Brands.Read(new Box(type, whole.Span, headerBytes, offset));
        }
        else if (type.Is("moov"u8))
        {
            TakeIndex(whole, headerBytes, offset);
        }
        else
        {
            HasFragments = true;
            var reader =
                _fragments ?? throw StructureException.Corrupt("A fragment comes before the index ('moov').", offset);
            reader.Read(whole, headerBytes, offset);
        }
    }

    /// <summary>What is in the file; null without an index.</summary>
    public MediaInfo? Describe(long? sizeBytes)
    {
        if (Movie is null)
        {
            return null;
        }

        MediaTrack[] tracks = [.. Movie.Tracks.Select(track => track.ToTrack())];
        return new MediaInfo
        {
            Container = _brands.IsQuickTime ? MediaContainer.Mov : MediaContainer.Mp4,
            MajorBrand = _brands.Major,
            CompatibleBrands = _brands.Compatible,
            Duration = Movie.Duration ?? tracks.Max(track => track.Duration),
            IsFragmented = IsFragmented,
            IsFaststart = !_mediaCameFirst,
            Tracks = tracks,
            SizeBytes = sizeBytes,
        };
    }

    /// <summary>Looks for what the index or the fragments promise and a file of this length does not hold.</summary>
    /// <returns>Null when everything is there.</returns>
    /// <exception cref="StructureException">The index contradicts itself.</exception>
    public StructureVerdict? FindMissing(long fileBytes)
    {
        if (Movie is null)
        {
            return StructureVerdict.Incomplete("The file has no index ('moov').", fileBytes);
        }

        foreach (var range in Movie.Tracks.SelectMany(track => track.Samples.Chunks()).Concat(_runs))
        {
            if (FindFault(range, fileBytes) is { } fault)
            {
                return fault;
            }
        }

        var hasSamples = Movie.Tracks.Any(track => track.Timing.SampleCount > 0);
        return IsFragmented && !hasSamples
            ? StructureVerdict.Incomplete("The file announces fragments and has none.", fileBytes)
            : null;
    }

    private StructureVerdict? FindFault(FileRange range, long fileBytes)
    {
        if (range.Length == 0)
        {
            return null;
        }

        if (range.End > fileBytes)
        {
            return StructureVerdict.Incomplete(
                $"The index refers to byte {range.End}; the file ends before.",
                fileBytes
            );
        }

        return IsInMedia(range)
            ? null
            : StructureVerdict.Corrupt("The index refers to samples outside the media data ('mdat').", range.Start);
    }

    // The boxes came in order, so the one that could hold the range is the last that begins at or before it.
    private bool IsInMedia(FileRange range)
    {
        var low = 0;
        var high = _media.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_media[middle].Start <= range.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low > 0 && range.End <= _media[low - 1].End;
    }

    private void TakeIndex(ReadOnlyMemory<byte> whole, int headerBytes, long offset)
    {
        if (Movie is not null)
        {
            throw StructureException.Corrupt("The file has two indexes ('moov').", offset);
        }

        var movie = MovieReader.Read(whole, headerBytes, offset);
        foreach (var track in movie.Tracks)
        {
            foreach (var chunk in track.Samples.Chunks())
            {
                track.SampleBytes = Timing.SaturatingAdd(track.SampleBytes, chunk.Length);
            }
        }

        Movie = movie;
        _fragments = new FragmentReader(movie, _runs, samples);
    }
}
