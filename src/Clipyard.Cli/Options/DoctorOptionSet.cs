using System.CommandLine;

namespace Clipyard.Cli.Options;

/// <summary>Options of <c>doctor</c>.</summary>
internal static class DoctorOptionSet
{
    /// <summary>Where a server answers unless something else is said.</summary>
    public static readonly Uri DefaultServer = new("http://127.0.0.1:8000");

    public static readonly Option<Uri> Server = CliOption.OptionalValue(
        ValueParsers.HttpAddress,
        "URL",
        "Check a running server instead (default: http://127.0.0.1:8000)",
        "--server"
    );

    public static OptionGroup Group { get; } = new("Server", [Server, RemoteOptionSet.Key]);
}
