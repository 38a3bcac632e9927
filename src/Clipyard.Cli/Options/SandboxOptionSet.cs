using System.CommandLine;

namespace Clipyard.Cli.Options;

/// <summary>Options of <c>sandbox</c>.</summary>
internal static class SandboxOptionSet
{
    public static readonly Option<int> Port = CliOption.Value(
        ValueParsers.Port,
        "PORT",
        "Listen on this port of 127.0.0.1; 0 takes a free one (default: 0)",
        "--port"
    );

    public static readonly Option<int> Seed = CliOption.Value(
        ValueParsers.CountOrZero,
        "N",
        "Decides the made-up counts and tokens: the same seed, the same answers (default: 1)",
        "--seed"
    );

    public static readonly Option<bool> Intercept = CliOption.Switch(
        "Also start a CONNECT proxy that answers as TikTok's real host names",
        "--intercept"
    );

    public static readonly Option<int> InterceptPort = CliOption.Value(
        ValueParsers.Port,
        "PORT",
        "The proxy's port; 0 takes a free one (default: 0)",
        "--intercept-port"
    );

    public static readonly Option<string> CertificateAuthority = CliOption.Value(
        ValueParsers.Text,
        "FILE",
        "Write the proxy's certificate authority there (default: a temporary file)",
        "--ca-file"
    );

    public static readonly Option<string> Page = CliOption.Value(
        ValueParsers.Text,
        "FILE",
        "Answer every post's and creator's address with this saved page",
        "--page"
    );

    public static OptionGroup Group { get; } =
        new("Sandbox", [Port, Seed, Page, Intercept, InterceptPort, CertificateAuthority]);
}
