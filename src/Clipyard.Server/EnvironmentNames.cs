using Clipyard.Server.Api;

namespace Clipyard.Server;

/// <summary>Names in the environment that existing deployments use, beside <c>CLIPYARD_...</c>.</summary>
internal static class EnvironmentNames
{
    private static readonly (string Name, string Setting)[] Renamed =
    [
        ("TIKTOK_CLIENT_KEY", "TikTok:ClientKey"),
        ("TIKTOK_CLIENT_SECRET", "TikTok:ClientSecret"),
        ("TIKTOK_REDIRECT_URI", "TikTok:RedirectUri"),
        ("CLIPYARD_MASTER_KEY", "MasterKey"),
    ];

    /// <summary>The settings that they stand for.</summary>
    /// <param name="variable">Reads a variable; null when it is not set.</param>
    public static IEnumerable<KeyValuePair<string, string?>> Read(Func<string, string?> variable)
    {
        if (IsYes(variable("DEBUG")))
        {
            yield return new("Logging:LogLevel:Default", "Debug");
        }

        foreach (var (name, setting) in Renamed)
        {
            if (variable(name) is { Length: > 0 } value)
            {
                yield return new(setting, value);
            }
        }

        if (variable("TIKTOK_SANDBOX_MODE") is { Length: > 0 } sandbox)
        {
            yield return new("TikTok:Mode", IsYes(sandbox) ? "tiktok-sandbox" : "production");
        }

        if (variable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 } endpoint)
        {
            yield return new("Telemetry:Endpoint", endpoint);
        }

        if (variable("OTEL_EXPORTER_OTLP_PROTOCOL") is { Length: > 0 } protocol)
        {
            yield return new("Telemetry:Protocol", protocol);
        }
    }

    private static bool IsYes(string? text) => TruthWord.Read(text) == true;
}
