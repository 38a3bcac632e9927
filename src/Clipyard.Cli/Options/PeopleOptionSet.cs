using System.CommandLine;

namespace Clipyard.Cli.Options;

/// <summary>Options of <c>people</c>.</summary>
internal static class PeopleOptionSet
{
    public static readonly Option<string> Data = CliOption.Value(
        ValueParsers.Text,
        "FOLDER",
        "The server's data folder; no server may run on it (default: ./data)",
        "--data"
    );

    public static readonly Option<bool> Administrator = CliOption.Switch(
        "As an administrator: may also add people",
        "--admin"
    );

    public static OptionGroup Group { get; } = new("People", [Data]);

    public static OptionGroup AddGroup { get; } = new("People", [Data, Administrator]);
}
