using Clipyard.Media.Probing;

namespace Clipyard.Media.Audio;

/// <summary>The index of the sound alone: the source's boxes, with the chunks at their new places.</summary>
internal sealed class SoundIndex
{
    private readonly Movie _movie;
    private readonly TrackIndex _track;
    private readonly FragmentSamples? _fragments;

    private SoundIndex(Movie movie, TrackIndex track, FragmentSamples? fragments)
    {
        _movie = movie;
        _track = track;
        _fragments = fragments;
        Chunks = fragments?.Ranges ?? [.. track.Samples.Chunks()];
        MediaBytes = Chunks.Aggregate(0L, (sum, chunk) => Timing.SaturatingAdd(sum, chunk.Length));
    }

    /// <summary>Where the sound lies in the source, in the order of the track.</summary>
    public IReadOnlyList<FileRange> Chunks { get; }

    public long MediaBytes { get; }

    public static SoundIndex Of(Movie movie, TrackIndex track, FragmentSamples samples) =>
        new(movie, track, samples.Ranges.Count > 0 ? samples : null);

    /// <summary>Builds the index for media data that begins at this place, in bytes from the start of the new file.</summary>
    public ReadOnlyMemory<byte> Build(long mediaAt, bool isFar)
    {
        var trak = ReadTrack();
        var to = new BoxBuilder().Begin("moov"u8);

        var children = new Box(new FourCc(0), _movie.Whole.Span, _movie.HeaderBytes, 0).Children();
        while (children.TryRead(out var child))
        {
            if (child.Is("mvhd"u8))
            {
                var span = SoundSpan.Of(_track, _fragments, child, trak);
                to.CopyWithDuration(child, narrowAt: 16, wideAt: 24, span.MovieUnits);
                new SoundTrackBuilder(to, span, _fragments, Chunks).Write(trak, mediaAt, isFar);
            }
        }

        return to.End().Written;
    }

    private Box ReadTrack()
    {
        var reader = new BoxReader(_movie.Whole.Span[_track.Place], 0);
        return reader.TryRead(out var trak)
            ? trak
            : throw new InvalidOperationException("The track was read before; its place must hold it.");
    }
}
