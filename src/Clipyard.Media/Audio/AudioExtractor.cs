using Clipyard.Media.Probing;

namespace Clipyard.Media.Audio;

/// <summary>Takes the AAC sound out of an MP4 or MOV file into an <c>.m4a</c>, without encoding it again.</summary>
/// <remarks>
/// The result has its index in front. Decoder settings, timing and edit list are kept, so it sounds for exactly as long
/// as in the source. Media data is streamed; memory holds the source's index, and 8 bytes per packet of a fragmented one.
/// </remarks>
public static class AudioExtractor
{
    /// <summary>Extracts the first audio track.</summary>
    /// <param name="source">Read from where it stands; must be able to seek. Stays open.</param>
    /// <param name="destination">Written front to back; need not seek. Stays open.</param>
    /// <param name="cancellationToken">Stops the work; what was written until then is no whole file.</param>
    /// <exception cref="ArgumentException"><paramref name="source"/> cannot seek.</exception>
    /// <exception cref="IOException">Reading or writing failed, or the source changed meanwhile.</exception>
    public static async Task<AudioExtraction> ExtractAsync(
        Stream source,
        Stream destination,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(destination);

        if (!source.CanSeek)
        {
            throw new ArgumentException("The source must be able to seek: an index may come last.", nameof(source));
        }

        var origin = source.Position;
        var samples = new FragmentSamples(TrackKind.Audio);
        var inspector = await MediaProbe.InspectAsync(source, samples, cancellationToken);
        var verdict = inspector.Complete().Verdict;

        if (!verdict.IsWhole || inspector.Layout.Movie is not { } movie)
        {
            return new AudioExtraction { Outcome = AudioOutcome.NotWhole, Verdict = verdict };
        }

        var track = movie.Tracks.FirstOrDefault(candidate => candidate.Kind == TrackKind.Audio);
        if (track is null)
        {
            return new AudioExtraction { Outcome = AudioOutcome.NoAudioTrack, Verdict = verdict };
        }

        if (FindRefusal(track, samples) is { } refusal)
        {
            return new AudioExtraction
            {
                Outcome = refusal,
                Track = track.ToTrack(),
                Verdict = verdict,
            };
        }

        var sound = SoundIndex.Of(movie, track, samples);
        if (sound.MediaBytes > inspector.Position)
        {
            return new AudioExtraction { Outcome = AudioOutcome.NotWhole, Verdict = UsedTwice };
        }

        return new AudioExtraction
        {
            Outcome = AudioOutcome.Extracted,
            BytesWritten = await SoundWriter.WriteAsync(sound, source, origin, destination, cancellationToken),
            Track = track.ToTrack(),
            Verdict = verdict,
        };
    }

    // A small file could otherwise list the same bytes a million times and fill the disk.
    private static StructureVerdict UsedTwice { get; } =
        StructureVerdict.Corrupt("The index lists more sound than the file has bytes.", 0);

    private static AudioOutcome? FindRefusal(TrackIndex track, FragmentSamples samples)
    {
        if (track.Description is not { CodecId: "mp4a", Codec: "aac" })
        {
            return AudioOutcome.UnsupportedCodec;
        }

        return track.Samples.SampleCount > 0 && samples.Ranges.Count > 0 ? AudioOutcome.UnsupportedLayout : null;
    }
}
