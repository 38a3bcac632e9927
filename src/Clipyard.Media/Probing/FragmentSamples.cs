using System.Runtime.InteropServices;

namespace Clipyard.Media.Probing;

/// <summary>Remembers the samples of one kind of track, one by one, as fragments list them.</summary>
internal sealed class FragmentSamples(TrackKind kind)
{
    /// <summary>Ten days of AAC at 48 kHz; what claims more has made it up.</summary>
    private const int Most = 40_000_000;

    private readonly List<uint> _sizes = [];
    private readonly List<uint> _durations = [];
    private readonly List<FileRange> _ranges = [];
    private readonly List<int> _perRange = [];
    private long? _track;

    public ReadOnlySpan<uint> Sizes => CollectionsMarshal.AsSpan(_sizes);

    public ReadOnlySpan<uint> Durations => CollectionsMarshal.AsSpan(_durations);

    /// <summary>Stretches of file without gaps.</summary>
    public IReadOnlyList<FileRange> Ranges => _ranges;

    /// <summary>How many samples each of the <see cref="Ranges"/> holds.</summary>
    public IReadOnlyList<int> SamplesPerRange => _perRange;

    /// <summary>Whether this is the track whose samples are remembered: the first of its kind.</summary>
    public bool Wants(Movie movie, TrackIndex track)
    {
        _track ??= movie.Tracks.FirstOrDefault(candidate => candidate.Kind == kind)?.Id;
        return track.Id == _track;
    }

    public void Add(long offset, uint size, uint duration, long fragmentOffset)
    {
        if (_sizes.Count == Most)
        {
            throw StructureException.Corrupt($"More than {Most} samples of sound.", fragmentOffset);
        }

        _sizes.Add(size);
        _durations.Add(duration);

        if (_ranges.Count > 0 && _ranges[^1].End == offset)
        {
            _ranges[^1] = _ranges[^1] with { End = offset + size };
            _perRange[^1]++;
            return;
        }

        _ranges.Add(new FileRange(offset, offset + size));
        _perRange.Add(1);
    }
}
