using System.CommandLine;

namespace Clipyard.Cli.Options;

/// <summary>Options about which posts are taken.</summary>
internal static class SelectionOptions
{
    public static readonly Option<int> Max = CliOption.Value(
        ValueParsers.Count,
        "N",
        "Take at most N posts of each creator, the newest first",
        "--max"
    );

    public static readonly Option<bool> Random = CliOption.Switch(
        "Take them at random among all of the creator's posts",
        "--random"
    );

    public static readonly Option<DateOnly> After = CliOption.Value(
        ValueParsers.Date,
        "DATE",
        "Only posts of that day (UTC) or later; 2026-08-31 or 20260831",
        "--after",
        "--dateafter"
    );

    public static readonly Option<DateOnly> Before = CliOption.Value(
        ValueParsers.Date,
        "DATE",
        "Only posts of that day (UTC) or earlier",
        "--before",
        "--datebefore"
    );

    public static OptionGroup Group { get; } = new("Selection", [Max, Random, After, Before]);
}
