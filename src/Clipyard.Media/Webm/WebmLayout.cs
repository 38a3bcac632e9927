using Clipyard.Media.Probing;

namespace Clipyard.Media.Webm;

/// <summary>What the elements of a file amount to: its kind, its tracks, and when their blocks are shown.</summary>
internal sealed class WebmLayout : IElementVisitor
{
    private const long DefaultUnit = 1_000_000;
    private const double Nanoseconds = 1e9;

    /// <summary>So much longer than stated may the blocks go on before they are believed instead.</summary>
    private const double StatedSlackSeconds = 1;

    private readonly Dictionary<long, BlockTiming> _blocks = [];
    private readonly HashSet<long> _withHidden = [];
    private IReadOnlyList<WebmTrack>? _tracks;
    private string? _docType;
    private long _unit = DefaultUnit;
    private double? _statedUnits;
    private bool _hasInfo;
    private bool _hasSegment;
    private bool _tracksCameFirst;
    private long _clusterTime;
    private WebmBlock? _grouped;
    private long? _groupedDuration;

    /// <summary>An EBML document that is no video, by its own word; null otherwise.</summary>
    public string? ForeignType => _docType is null or "webm" or "matroska" ? null : _docType;

    void IElementVisitor.Begin(uint id, long offset)
    {
        if (id != ElementId.Segment)
        {
            return;
        }

        if (_hasSegment)
        {
            throw StructureException.Corrupt("A second film begins inside the file.", offset);
        }

        _hasSegment = true;
    }

    void IElementVisitor.Buffered(uint id, ReadOnlySpan<byte> content, long offset, long size)
    {
        var element = new Element(id, content, offset);
        switch (id)
        {
            case ElementId.Header:
                _docType ??= ReadDocType(element);
                break;
            case ElementId.Info when !_hasInfo:
                ReadInfo(element);
                break;
            case ElementId.Tracks when _tracks is null:
                TakeTracks(TrackEntryReader.Read(element));
                break;
            case ElementId.Timestamp:
                _clusterTime = Within(element.Integer(), offset);
                break;
            case ElementId.SimpleBlock:
                Count(WebmBlock.Read(element, size), _clusterTime, duration: null);
                break;
            case ElementId.Block:
                _grouped = WebmBlock.Read(element, size);
                break;
            case ElementId.BlockDuration:
                _groupedDuration = Within(element.Integer(), offset);
                break;
            default:
                break;
        }
    }

    void IElementVisitor.End(uint id)
    {
        if (id != ElementId.BlockGroup)
        {
            return;
        }

        if (_grouped is { } block)
        {
            Count(block, _clusterTime, _groupedDuration);
        }

        _grouped = null;
        _groupedDuration = null;
    }

    /// <summary>What is in the file; null until the list of tracks has passed.</summary>
    public MediaInfo? Describe(long? sizeBytes) =>
        _tracks is null
            ? null
            : new MediaInfo
            {
                Container = _docType == "matroska" ? MediaContainer.Matroska : MediaContainer.WebM,
                MajorBrand = _docType ?? "",
                CompatibleBrands = [],
                Duration = MediaTime.From(Seconds(_tracks)),
                IsFragmented = false,
                IsFaststart = _tracksCameFirst,
                Tracks = [.. _tracks.Select(track => track.ToTrack(TimingOf(track), _unit))],
                SizeBytes = sizeBytes,
            };

    /// <summary>Looks for what a whole file has and a file of this length does not.</summary>
    /// <returns>Null when everything is there.</returns>
    public StructureVerdict? FindMissing(long fileBytes)
    {
        if (_tracks is null)
        {
            return StructureVerdict.Incomplete("The file has no list of tracks ('Tracks').", fileBytes);
        }

        if (_blocks.Count == 0)
        {
            return StructureVerdict.Incomplete("The file holds neither pictures nor sound.", fileBytes);
        }

        var known = _tracks.Select(track => track.Number).ToHashSet();
        return _blocks.Keys.All(known.Contains)
            ? null
            : StructureVerdict.Corrupt("Some blocks belong to no track.", fileBytes);
    }

    private static string ReadDocType(Element header)
    {
        var children = header.Children();
        while (children.TryRead(out var child))
        {
            if (child.Id == ElementId.DocType)
            {
                return child.Name();
            }
        }

        return "matroska";
    }

    private void ReadInfo(Element info)
    {
        _hasInfo = true;
        var children = info.Children();
        while (children.TryRead(out var child))
        {
            if (child.Id == ElementId.TimestampScale)
            {
                _unit = child.Integer();
                if (_unit <= 0)
                {
                    throw StructureException.Corrupt("The file counts time in units of nothing.", child.PayloadOffset);
                }
            }
            else if (child.Id == ElementId.Duration)
            {
                _statedUnits = child.Real();
            }
        }
    }

    private void TakeTracks(IReadOnlyList<WebmTrack> tracks)
    {
        _tracks = tracks;
        _tracksCameFirst = _blocks.Count == 0;
        _withHidden.UnionWith(tracks.Where(track => track.CodecId == "V_VP8").Select(track => track.Number));
    }

    private void Count(WebmBlock block, long clusterTime, long? duration)
    {
        if (!_blocks.TryGetValue(block.Track, out var timing))
        {
            if (_blocks.Count == ProbeLimits.Tracks)
            {
                throw StructureException.Corrupt("More tracks than any real file has.", block.Offset);
            }

            _blocks[block.Track] = timing = new BlockTiming();
        }

        if (!IsHidden(block))
        {
            timing.Add(clusterTime + block.RelativeTime, block.Frames, block.Bytes, duration);
        }
    }

    // VP8 stores pictures that only others refer to in blocks of their own. Its first byte says whether one is shown.
    private bool IsHidden(WebmBlock block) =>
        block.FirstByte is { } first && (first & 0x10) == 0 && _withHidden.Contains(block.Track);

    private double? Seconds(IReadOnlyList<WebmTrack> tracks)
    {
        var counted =
            tracks.Max(track => TimingOf(track).End((double?)track.DefaultDuration / _unit)) * _unit / Nanoseconds;
        var stated = _statedUnits > 0 ? _statedUnits * _unit / Nanoseconds : null;

        return stated is null || counted > stated + StatedSlackSeconds ? counted : stated;
    }

    private BlockTiming TimingOf(WebmTrack track) => _blocks.GetValueOrDefault(track.Number) ?? new BlockTiming();

    // A few million years of the finest unit; what claims more is broken, and sums of it would wrap.
    private static long Within(long time, long offset) =>
        time is >= 0 and < long.MaxValue / 4
            ? time
            : throw StructureException.Corrupt("A block is shown at an impossible time.", offset);
}
