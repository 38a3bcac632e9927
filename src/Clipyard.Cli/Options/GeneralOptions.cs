using System.CommandLine;

namespace Clipyard.Cli.Options;

/// <summary>Options of every command that reads TikTok.</summary>
internal static class GeneralOptions
{
    public static readonly Option<bool> Json = CliOption.Switch(
        "Print one JSON object a line on standard output",
        "--json",
        "-j"
    );

    public static readonly Option<bool> Verbose = CliOption.Switch(
        "Say what is done, on standard error",
        "--verbose",
        "-v"
    );

    public static readonly Option<string> ConfigLocation = CliOption.Value(
        ValueParsers.Text,
        "FILE",
        "Read options from FILE instead of ~/.config/clipyard/config",
        "--config",
        "--config-location"
    );

    public static readonly Option<bool> NoConfig = CliOption.Switch(
        "Read no configuration file",
        "--no-config",
        "--ignore-config"
    );

    public static OptionGroup Group { get; } = new("General", [Json, Verbose, ConfigLocation, NoConfig]);
}
