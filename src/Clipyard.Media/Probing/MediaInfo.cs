namespace Clipyard.Media.Probing;

/// <summary>What a media file says about itself.</summary>
public sealed record MediaInfo
{
    /// <summary>The family of the file.</summary>
    public required MediaContainer Container { get; init; }

    /// <summary>The major brand, such as <c>isom</c>, or the <c>DocType</c> of a WebM; empty in files that have none.</summary>
    public required string MajorBrand { get; init; }

    /// <summary>The compatible brands, in the file's order; none in a WebM.</summary>
    public required IReadOnlyList<string> CompatibleBrands { get; init; }

    /// <summary>
    /// The presentation's duration as the file states it, else the longest track's; null when neither is known. The
    /// blocks of a WebM overrule what is stated when they go on for more than a second longer.
    /// </summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Whether the samples are listed in fragments (<c>moof</c>) instead of the index; a WebM has no such things.</summary>
    public required bool IsFragmented { get; init; }

    /// <summary>
    /// Whether the index, or the list of tracks, comes before the media data, so that playback can start while loading.
    /// </summary>
    public required bool IsFaststart { get; init; }

    /// <summary>The tracks in the file's order.</summary>
    public required IReadOnlyList<MediaTrack> Tracks { get; init; }

    /// <summary>The file's size in bytes; null while it is still arriving.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>The first video track; null when there is none.</summary>
    public MediaTrack? Video => Tracks.FirstOrDefault(track => track.Kind == TrackKind.Video);

    /// <summary>The first audio track; null when there is none.</summary>
    public MediaTrack? Audio => Tracks.FirstOrDefault(track => track.Kind == TrackKind.Audio);
}
