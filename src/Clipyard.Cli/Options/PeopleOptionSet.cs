using System.CommandLine;

namespace Clipyard.Cli.Options;

/// <summary>Options of <c>people</c>.</summary>
internal static class PeopleOptionSet
{
    public static readonly Option<bool> Administrator = CliOption.Switch(
        "As an administrator: may also add people",
        "--admin"
    );

    public static OptionGroup Group { get; } = new("People", [ServeOptionSet.Data]);

    public static OptionGroup AddGroup { get; } = new("People", [ServeOptionSet.Data, Administrator]);
}
