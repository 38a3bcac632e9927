using System.CommandLine;

namespace Clipyard.Cli.Options;

/// <summary>Options of <c>posts</c>.</summary>
internal static class PostsOptionSet
{
    public static readonly Option<bool> DryRun = CliOption.Switch(
        "Have every row checked and make nothing",
        "--dry-run"
    );

    public static readonly Option<string> Delimiter = CliOption.Value(
        ValueParsers.Delimiter,
        "NAME",
        "What separates the fields: comma, semicolon or tab (default: as the header shows)",
        "--delimiter"
    );

    public static readonly Option<string> IdempotencyKey = CliOption.Value(
        ValueParsers.Text,
        "KEY",
        "The same key and file make nothing a second time, for seven days (default: made of the file's content); another "
            + "key imports the same file once more",
        "--idempotency-key"
    );

    public static readonly Option<string> Format = CliOption.Value(
        ValueParsers.TableFormat,
        "FORMAT",
        "csv, which can be imported again, or json (default: csv)",
        "--format"
    );

    public static readonly Option<bool> Raw = CliOption.Switch(
        "CSV for programs: no byte-order mark, no apostrophe before what a spreadsheet would run",
        "--raw"
    );

    public static readonly Option<string> State = CliOption.Value(
        ValueParsers.Text,
        "STATES",
        "Only posts in this state, or in one of several: scheduled,awaiting_approval",
        "--state"
    );

    public static readonly Option<string> Account = CliOption.Value(
        ValueParsers.Text,
        "ID",
        "Only posts of the account with this id",
        "--account"
    );

    public static readonly Option<DateTimeOffset> From = CliOption.Value(
        ValueParsers.Instant,
        "TIME",
        "Only posts from then on, by their chosen time, else their creation; 2026-12-01 or 2026-12-01T18:00+07:00, UTC "
            + "unless said",
        "--from"
    );

    public static readonly Option<DateTimeOffset> To = CliOption.Value(
        ValueParsers.Instant,
        "TIME",
        "Only posts before then",
        "--to"
    );

    public static OptionGroup ImportGroup { get; } = new("Import", [DryRun, Delimiter, IdempotencyKey]);

    public static OptionGroup ExportGroup { get; } =
        new("Export", [DownloadOptionSet.Output, Format, Raw, State, Account, From, To]);
}
