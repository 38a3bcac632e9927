namespace Clipyard.Server;

/// <summary>Settings of the server as a whole, from the root of the configuration.</summary>
internal sealed class ServerOptions
{
    /// <summary>Where the outside world reaches the server; null: the address it is bound to.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>A sandbox that stands in for TikTok; null: TikTok.</summary>
    public Uri? TikTokAddress { get; set; }
}
