using Clipyard.Links;

namespace Clipyard.Creators;

/// <summary>What a creator's profile says. Absent is null, never a made-up value.</summary>
public sealed record Creator
{
    /// <summary>The unique name without <c>@</c>, as displayed.</summary>
    public required string Username { get; init; }

    /// <summary>The display name.</summary>
    public string? Nickname { get; init; }

    /// <summary>Numeric id as text.</summary>
    public string? Id { get; init; }

    /// <summary>The id that listings want; it outlives changes of the username.</summary>
    public string? SecUid { get; init; }

    /// <summary>What they say about themselves; may be empty or hold line breaks.</summary>
    public string? Bio { get; init; }

    /// <summary>A link that they give, as written (sometimes without a scheme).</summary>
    public string? BioLink { get; init; }

    /// <summary>A picture; lapses after about two days.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>Followers.</summary>
    public long? Followers { get; init; }

    /// <summary>Accounts followed.</summary>
    public long? Following { get; init; }

    /// <summary>Likes received.</summary>
    public long? Likes { get; init; }

    /// <summary>Public posts.</summary>
    public long? Videos { get; init; }

    /// <summary>Whether the counts come from TikTok's exact counters; the others are rounded above 10,000.</summary>
    public bool ExactCounts { get; init; }

    /// <summary>Whether TikTok verified the account.</summary>
    public bool? IsVerified { get; init; }

    /// <summary>Whether the account is private.</summary>
    public bool? IsPrivate { get; init; }

    /// <summary>When the account was made, UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The profile's canonical address.</summary>
    public string Url => new TikTokLink.Profile(Username).CanonicalUrl;
}
