using Clipyard.Media.Probing;

namespace Clipyard.Media.Webm;

/// <summary>Reads the list of tracks (<c>Tracks</c>).</summary>
internal static class TrackEntryReader
{
    private const int VideoType = 1;
    private const int AudioType = 2;

    /// <exception cref="StructureException">It is corrupt, empty, or longer than any real one.</exception>
    public static IReadOnlyList<WebmTrack> Read(Element list)
    {
        List<WebmTrack> tracks = [];
        var children = list.Children();
        while (children.TryRead(out var child))
        {
            if (child.Id != ElementId.TrackEntry)
            {
                continue;
            }

            tracks.Add(ReadEntry(child));
            if (tracks.Count > ProbeLimits.Tracks)
            {
                throw StructureException.Corrupt("More tracks than any real file has.", child.PayloadOffset);
            }
        }

        return tracks.Count > 0
            ? tracks
            : throw StructureException.Corrupt("The file has no track.", list.PayloadOffset);
    }

    private static WebmTrack ReadEntry(Element entry)
    {
        var track = new WebmTrack
        {
            Number = 0,
            Kind = TrackKind.Other,
            CodecId = "",
        };
        var children = entry.Children();
        while (children.TryRead(out var child))
        {
            track = child.Id switch
            {
                ElementId.TrackNumber => track with { Number = child.Integer() },
                ElementId.TrackType => track with { Kind = KindOf(child.Integer()) },
                ElementId.CodecId => track with { CodecId = child.Name() },
                ElementId.DefaultDuration => track with { DefaultDuration = Positive(child.Integer()) },
                ElementId.Video => track with { Picture = ReadPicture(child) },
                ElementId.Audio => ReadSound(track, child),
                _ => track,
            };
        }

        return track.Number > 0
            ? track
            : throw StructureException.Corrupt("A track has no number.", entry.PayloadOffset);
    }

    private static WebmPicture ReadPicture(Element video)
    {
        var picture = new WebmPicture();
        var children = video.Children();
        while (children.TryRead(out var child))
        {
            picture = child.Id switch
            {
                ElementId.PixelWidth => picture with { Width = child.Small() },
                ElementId.PixelHeight => picture with { Height = child.Small() },
                ElementId.CropLeft or ElementId.CropRight => picture with
                {
                    CroppedWidth = picture.CroppedWidth + child.Small(),
                },
                ElementId.CropTop or ElementId.CropBottom => picture with
                {
                    CroppedHeight = picture.CroppedHeight + child.Small(),
                },
                ElementId.DisplayWidth => picture with { DisplayWidth = child.Small() },
                ElementId.DisplayHeight => picture with { DisplayHeight = child.Small() },
                ElementId.DisplayUnit => picture with { DisplayUnit = child.Small() },
                ElementId.Projection => picture with { Roll = ReadRoll(child) },
                _ => picture,
            };
        }

        return picture;
    }

    private static double ReadRoll(Element projection)
    {
        var children = projection.Children();
        while (children.TryRead(out var child))
        {
            if (child.Id == ElementId.ProjectionRoll)
            {
                return child.Real();
            }
        }

        return 0;
    }

    private static WebmTrack ReadSound(WebmTrack track, Element audio)
    {
        // What the standard takes for granted where a file is silent.
        var (channels, rate, played) = (1, 8000d, 0d);
        var children = audio.Children();
        while (children.TryRead(out var child))
        {
            channels = child.Id == ElementId.Channels ? child.Small() : channels;
            rate = child.Id == ElementId.SamplingFrequency ? child.Real() : rate;
            played = child.Id == ElementId.OutputSamplingFrequency ? child.Real() : played;
        }

        rate = played > 0 ? played : rate;
        return track with
        {
            Channels = channels > 0 ? channels : null,
            SampleRate = rate is > 0 and < 10_000_000 ? (int)Math.Round(rate) : null,
        };
    }

    private static TrackKind KindOf(long type) =>
        type switch
        {
            VideoType => TrackKind.Video,
            AudioType => TrackKind.Audio,
            _ => TrackKind.Other,
        };

    private static long? Positive(long value) => value > 0 ? value : null;
}
