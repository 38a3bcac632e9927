namespace Clipyard.Client.Students;

/// <summary>What TikTok shows of a creator; null where it shows nothing.</summary>
public sealed record CreatorProfile
{
    /// <summary>The shown name.</summary>
    public string? Nickname { get; init; }

    /// <summary>The picture's address; it ends after about two days.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>What the creator says.</summary>
    public string? Bio { get; init; }

    /// <summary>How many follow.</summary>
    public long? Followers { get; init; }

    /// <summary>How many are followed.</summary>
    public long? Following { get; init; }

    /// <summary>Likes of all posts together.</summary>
    public long? Likes { get; init; }

    /// <summary>How many public posts there are on TikTok.</summary>
    public long? Videos { get; init; }

    /// <summary>Whether TikTok verified the account.</summary>
    public bool? Verified { get; init; }

    /// <summary>Whether the posts are for approved followers alone.</summary>
    public bool? Private { get; init; }
}
