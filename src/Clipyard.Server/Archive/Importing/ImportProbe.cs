using System.Globalization;
using Clipyard.Media.Probing;

namespace Clipyard.Server.Archive.Importing;

/// <summary>What a file that is to be imported turned out to be.</summary>
internal sealed record ImportProbe(ClipKind Kind, string Extension, MediaInfo Info)
{
    /// <summary>What the record says of it.</summary>
    public Dictionary<string, string> Facts
    {
        get
        {
            var facts = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["container"] = Info.Container.ToString().ToLowerInvariant(),
            };
            if (Info.Video is { } video)
            {
                facts["video_codec"] = video.Codec;
                facts["width"] = (video.DisplayWidth ?? 0).ToString(CultureInfo.InvariantCulture);
                facts["height"] = (video.DisplayHeight ?? 0).ToString(CultureInfo.InvariantCulture);
            }

            if (Info.Audio is { } audio)
            {
                facts["audio_codec"] = audio.Codec;
            }

            return facts;
        }
    }

    /// <summary>Looks into a file, without reading its pictures.</summary>
    /// <returns>What it is, or what is wrong with it in a sentence.</returns>
    public static async Task<(ImportProbe? Probe, string? Fault)> ReadAsync(
        string path,
        CancellationToken cancellationToken
    )
    {
        var report = await MediaProbe.ReadFileAsync(path, cancellationToken);
        if (!report.Verdict.IsWhole || report.Info is not { } info)
        {
            return (null, $"The file is no whole MP4, MOV or WebM: {report.Verdict.Problem}");
        }

        return info switch
        {
            { Video: not null, Container: MediaContainer.Mov } => (new ImportProbe(ClipKind.Video, "mov", info), null),
            { Video: not null, Container: MediaContainer.WebM } => (
                new ImportProbe(ClipKind.Video, "webm", info),
                null
            ),
            { Container: MediaContainer.Matroska } => (null, "The file is Matroska, which browsers do not play."),
            { Video: not null } => (new ImportProbe(ClipKind.Video, "mp4", info), null),
            { Audio: not null } => (new ImportProbe(ClipKind.Audio, "m4a", info), null),
            _ => (null, "The file has neither pictures nor sound."),
        };
    }
}
