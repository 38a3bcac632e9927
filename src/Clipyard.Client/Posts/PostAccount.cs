namespace Clipyard.Client.Posts;

/// <summary>Where a post goes.</summary>
public sealed record PostAccount
{
    /// <summary>The server's id of the account.</summary>
    public required string Id { get; init; }

    /// <summary>The @name; null while TikTok has not said it.</summary>
    public string? Username { get; init; }

    /// <summary>The name that TikTok shows; null while it has not said it.</summary>
    public string? Nickname { get; init; }
}
