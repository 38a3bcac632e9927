namespace Clipyard.Server.Identity;

/// <summary>What wraps the keys on disk, from the root of the configuration.</summary>
internal sealed class MasterKeyOptions
{
    /// <summary>
    /// CLIPYARD_MASTER_KEY: at least 32 characters that nobody can guess, kept apart from the data. The keys that encrypt
    /// sessions and tokens are wrapped by it; null: they lie in DATA/keys as they are.
    /// </summary>
    public string? MasterKey { get; set; }
}
