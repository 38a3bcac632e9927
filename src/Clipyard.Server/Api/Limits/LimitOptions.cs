using System.ComponentModel.DataAnnotations;

namespace Clipyard.Server.Api.Limits;

/// <summary>How much one caller may ask for, from the <c>Limits</c> configuration section.</summary>
internal sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Requests a minute of one key, one signed-in person, or one address without either; 0: no limit.</summary>
    [Range(0, 1_000_000, ErrorMessage = "Limits:RequestsPerMinute must be from 0 (no limit) to 1,000,000.")]
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>The largest body, in bytes, of routes that take no files.</summary>
    [Range(1_024, 1L << 30, ErrorMessage = "Limits:BodyBytes must be from 1,024 to 1,073,741,824.")]
    public long BodyBytes { get; set; } = 1 << 20;

    /// <summary>How long a request's headers may take to arrive.</summary>
    [Range(
        typeof(TimeSpan),
        "00:00:01",
        "00:10:00",
        ErrorMessage = "Limits:HeaderTimeout must be from 00:00:01 to 00:10:00."
    )]
    public TimeSpan HeaderTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
