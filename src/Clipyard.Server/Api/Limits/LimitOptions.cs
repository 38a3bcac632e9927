namespace Clipyard.Server.Api.Limits;

/// <summary>How much one caller may ask for, from the <c>Limits</c> configuration section.</summary>
internal sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Requests a minute of one key, one signed-in person, or one address without either; 0: no limit, at most 1,000,000.</summary>
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>The largest body, in bytes, of routes that take no files: 1,024 to 1,073,741,824.</summary>
    public long BodyBytes { get; set; } = 1 << 20;

    /// <summary>How long a request's headers may take to arrive: one second to ten minutes.</summary>
    public TimeSpan HeaderTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
