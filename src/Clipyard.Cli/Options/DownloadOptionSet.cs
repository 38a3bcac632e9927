using System.CommandLine;
using Clipyard.Downloads;

namespace Clipyard.Cli.Options;

/// <summary>Options of <c>get</c>: what is fetched and where it goes.</summary>
internal static class DownloadOptionSet
{
    public static readonly Option<string> BatchFile = CliOption.Value(
        ValueParsers.Text,
        "FILE",
        "Read more URLs and names from FILE, one a line; - is standard input, # begins a comment",
        "--batch-file",
        "-a"
    );

    public static readonly Option<string> Archive = CliOption.Value(
        ValueParsers.Text,
        "FILE",
        "Skip the posts that FILE lists and add those that are downloaded (yt-dlp's format)",
        "--download-archive"
    );

    public static readonly Option<bool> Simulate = CliOption.Switch(
        "Read everything, download nothing, print what would be written",
        "--simulate",
        "-s"
    );

    public static readonly Option<QualityChoice> Quality = CliOption.Value(
        ValueParsers.Quality,
        "QUALITY",
        "best, compatible, hd (1080p), sd (720p), ld (480p), mobile (360p), worst or audio (default: compatible, "
            + "the largest that plays everywhere)",
        "--quality",
        "-q"
    );

    public static readonly Option<bool> ExtractAudio = CliOption.Switch(
        "Keep only the sound, as .m4a, not re-encoded; the same as -q audio",
        "--extract-audio",
        "-x"
    );

    public static readonly Option<TimeSpan> Sleep = CliOption.Value(
        ValueParsers.Seconds,
        "SECONDS",
        "Leave so much time between the beginnings of two downloads",
        "--sleep",
        "--sleep-interval"
    );

    public static readonly Option<long> LimitRate = CliOption.Value(
        ValueParsers.ByteRate,
        "RATE",
        "Bytes a second for all downloads together, such as 50K or 4.2M",
        "--limit-rate",
        "-r"
    );

    public static readonly Option<bool> Force = CliOption.Switch(
        "Download again what is there already, also what the archive lists",
        "--force",
        "--force-overwrites"
    );

    public static readonly Option<bool> NoProgress = CliOption.Switch("Show no progress", "--no-progress");

    public static readonly Option<bool> Quiet = CliOption.Switch("Show nothing but results and failures", "--quiet");

    public static readonly Option<string> Output = CliOption.Value(
        ValueParsers.Text,
        "TEMPLATE",
        "Name the files so (default: " + Templates.OutputTemplate.Default + "); fields below",
        "--output",
        "-o"
    );

    public static readonly Option<string> Paths = CliOption.Value(
        ValueParsers.Text,
        "FOLDER",
        "Put everything below FOLDER (default: the current one)",
        "--paths",
        "-P"
    );

    public static readonly Option<bool> WriteInfoJson = CliOption.Switch(
        "Write what TikTok says about the post, and the files' SHA-256, beside it (.info.json)",
        "--write-info-json"
    );

    public static readonly Option<bool> WriteSubtitles = CliOption.Switch(
        "Write every subtitle track beside it",
        "--write-subs"
    );

    public static readonly Option<bool> WriteCover = CliOption.Switch(
        "Write the cover picture beside it",
        "--write-cover",
        "--write-thumbnail"
    );

    public static OptionGroup DownloadGroup { get; } =
        new("Download", [Quality, ExtractAudio, Sleep, LimitRate, Force, Simulate, NoProgress, Quiet]);

    public static OptionGroup SelectionGroup { get; } =
        SelectionOptions.Group with
        {
            Options = [BatchFile, .. SelectionOptions.Group.Options, Archive],
        };

    public static OptionGroup FilesGroup { get; } =
        new("Files", [Output, Paths, WriteInfoJson, WriteSubtitles, WriteCover]);
}
