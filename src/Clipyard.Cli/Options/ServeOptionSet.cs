using System.CommandLine;

namespace Clipyard.Cli.Options;

/// <summary>Options of <c>serve</c>.</summary>
internal static class ServeOptionSet
{
    public static readonly Option<string> Data = CliOption.Value(
        ValueParsers.Text,
        "FOLDER",
        "The data folder: database, keys, media; one process at a time (default: ./data; verify: asks a server)",
        "--data"
    );

    public static readonly Option<IReadOnlyList<Uri>> Urls = CliOption.Values(
        ValueParsers.HttpAddress,
        "URL",
        "Listen there; port 0 takes a free one; repeatable (default: http://127.0.0.1:8000)",
        "--urls"
    );

    public static readonly Option<Uri> PublicAddress = CliOption.Value(
        ValueParsers.HttpAddress,
        "URL",
        "Where callers reach the server; goes into every address it answers with (default: where it listens)",
        "--public-address"
    );

    public static readonly Option<IReadOnlyList<KeyValuePair<string, string>>> Setting = CliOption.Values(
        ValueParsers.Setting,
        "NAME=VALUE",
        "Any other setting, such as Storage:Public=true; repeatable (docs/settings.md lists them)",
        "--set"
    );

    public static readonly Option<bool> Demo = CliOption.Switch(
        "Run against a sandbox inside, with two students and their clips to look at",
        "--demo"
    );

    public static OptionGroup Group { get; } =
        new("Server", [Data, Urls, PublicAddress, NetworkOptions.TikTokAddress, Setting, Demo]);
}
