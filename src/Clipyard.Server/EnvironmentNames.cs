namespace Clipyard.Server;

/// <summary>Names in the environment that existing deployments use, beside <c>CLIPYARD_...</c>.</summary>
internal static class EnvironmentNames
{
    /// <summary>The settings that they stand for.</summary>
    /// <param name="variable">Reads a variable; null when it is not set.</param>
    public static IEnumerable<KeyValuePair<string, string?>> Read(Func<string, string?> variable)
    {
        if (variable("DEBUG")?.Trim().ToLowerInvariant() is "true" or "1" or "yes" or "on")
        {
            yield return new("Logging:LogLevel:Default", "Debug");
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
}
