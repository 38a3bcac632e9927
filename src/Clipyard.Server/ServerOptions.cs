namespace Clipyard.Server;

/// <summary>Settings of the server as a whole, from the root of the configuration.</summary>
internal sealed class ServerOptions
{
    /// <summary>Where the outside world reaches the server; null: the address it is bound to.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>A sandbox that stands in for TikTok; null: TikTok.</summary>
    public Uri? TikTokAddress { get; set; }

    /// <summary>
    /// CLIPYARD_MASTER_KEY: at least 32 characters that nobody can guess, kept apart from the data. Wraps the keys that
    /// encrypt sessions and the tokens of connected accounts; null: they lie in DATA/keys as they are.
    /// </summary>
    public string? MasterKey { get; set; }
}
