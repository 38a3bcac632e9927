namespace Clipyard.Server.Observability;

/// <summary>Where traces and metrics are sent, from the <c>Telemetry</c> configuration section.</summary>
internal sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    public const string Grpc = "grpc";
    public const string HttpProtobuf = "http/protobuf";

    /// <summary>An OTLP collector's address; null: nothing is sent.</summary>
    public string? Endpoint { get; set; }

    /// <summary><c>grpc</c> or <c>http/protobuf</c>; null: by the port, 4318 being the one of HTTP.</summary>
    public string? Protocol { get; set; }

    /// <summary>How often metrics are sent.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(1);
}
