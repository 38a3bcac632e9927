namespace Clipyard.Media.Probing;

/// <summary>The index of a file (<c>moov</c>).</summary>
internal sealed class Movie
{
    public required ReadOnlyMemory<byte> Whole { get; init; }

    /// <summary>Bytes of the box's own header.</summary>
    public required int HeaderBytes { get; init; }

    public required IReadOnlyList<TrackIndex> Tracks { get; init; }

    /// <summary>As the index states it.</summary>
    public required TimeSpan? Duration { get; init; }

    /// <summary>Whether the index announces fragments (<c>mvex</c>).</summary>
    public required bool ExpectsFragments { get; init; }

    public TrackIndex? Find(long id) => Tracks.FirstOrDefault(track => track.Id == id);
}
