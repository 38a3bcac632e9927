using System.CommandLine;

namespace Clipyard.Cli.Options;

/// <summary>Options of the commands that talk to a server.</summary>
internal static class RemoteOptionSet
{
    /// <summary>Where a server answers unless something else is said.</summary>
    public static readonly Uri DefaultServer = new("http://127.0.0.1:8000");

    public static readonly Option<Uri> Server = CliOption.OptionalValue(
        ValueParsers.HttpAddress,
        "URL",
        "Where the server answers (default: http://127.0.0.1:8000); doctor checks it",
        "--server"
    );

    public static readonly Option<string> Key = CliOption.Value(
        ValueParsers.Text,
        "KEY",
        "The API key; better in CLIPYARD_KEY, where others cannot see it",
        "--key"
    );

    public static readonly Option<bool> CancelOnInterrupt = CliOption.Switch(
        "Ctrl-C stops the job on the server, too; else only the waiting ends and the job goes on",
        "--cancel-on-interrupt"
    );

    public static readonly Option<bool> Yes = CliOption.Switch("Do it: nothing can be had back", "--yes");

    public static OptionGroup Group { get; } = new("Server", [Server, Key]);

    /// <summary>For commands that wait for a job.</summary>
    public static OptionGroup JobGroup { get; } =
        new("Progress", [CancelOnInterrupt, DownloadOptionSet.NoProgress, DownloadOptionSet.Quiet]);
}
