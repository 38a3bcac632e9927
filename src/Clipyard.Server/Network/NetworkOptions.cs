namespace Clipyard.Server.Network;

/// <summary>
/// How addresses are fetched that a person, a task or a file gives, from the <c>Network</c> configuration section.
/// </summary>
internal sealed class NetworkOptions
{
    public const string Section = "Network";

    /// <summary>
    /// Exact origins, such as <c>http://n8n:5678</c>, that may be inside and may do without https. Everybody with an account
    /// on this server may have them fetched and called: name none that does things for whoever reaches it. What they
    /// answer to webhooks is shown to nobody.
    /// </summary>
    public IList<string> TrustedOrigins { get; } = [];

    /// <summary>How long making a connection may take: up to two minutes.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an answer's headers may take, the connection included: up to ten minutes.</summary>
    public TimeSpan HeaderTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a transfer may stand still: up to ten minutes.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a fetch may take from its beginning to its last byte: up to a day.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromHours(2);

    /// <summary>The most bytes of one fetch: 1 to 1,099,511,627,776.</summary>
    public long MaxBytes { get; set; } = 1L << 32;
}
