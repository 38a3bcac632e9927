using System.CommandLine;

namespace Clipyard.Cli.Options;

/// <summary>Options of <c>import</c>.</summary>
internal static class ImportOptionSet
{
    public static readonly Option<string> Users = CliOption.Value(
        ValueParsers.Text,
        "FILE",
        "The rows of tiktok_users as CSV: student_id, username",
        "--users"
    );

    public static readonly Option<string> Videos = CliOption.Value(
        ValueParsers.Text,
        "FILE",
        "The rows of tiktok_videos as CSV: student_id, video_id, and as far as known video_url, object (or local_path), "
            + "caption, posted_at (or created_at), sha256",
        "--videos"
    );

    public static readonly Option<string> Files = CliOption.Value(
        ValueParsers.Text,
        "FOLDER",
        "Where the files are that the rows name: below it, tiktok/USERNAME/VIDEO_ID.mp4 or as object says",
        "--files"
    );

    public static readonly Option<bool> Check = CliOption.Switch("Check everything and import nothing", "--check");

    public static OptionGroup Group { get; } = new("Import", [Users, Videos, Files, Check]);

    public static OptionGroup DataGroup { get; } = new("Where to", [ServeOptionSet.Data, VerifyOptionSet.Person]);
}
