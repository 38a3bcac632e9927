using System.CommandLine;

namespace Clipyard.Cli.Options;

/// <summary>Options of <c>verify</c>.</summary>
internal static class VerifyOptionSet
{
    public static readonly Option<string> Student = CliOption.Value(
        ValueParsers.Text,
        "STUDENT",
        "Only what is kept of this student",
        "--student"
    );

    public static readonly Option<string> Head = CliOption.Value(
        ValueParsers.Text,
        "FILE",
        "Also find out whether ends were cut off since: the heads that --write-head wrote earlier",
        "--head"
    );

    public static readonly Option<string> WriteHead = CliOption.Value(
        ValueParsers.Text,
        "FILE",
        "Write where each chain ends now, to be kept elsewhere; only when nothing is wrong",
        "--write-head"
    );

    public static readonly Option<string> Person = CliOption.Value(
        ValueParsers.Text,
        "NAME",
        "Whose archive in the data folder, by sign-in name (default: everybody's; import: the only person's)",
        "--person"
    );

    public static OptionGroup Group { get; } = new("Verify", [Student, Head, WriteHead]);

    public static OptionGroup OfflineGroup { get; } = new("Without a server", [ServeOptionSet.Data, Person]);
}
