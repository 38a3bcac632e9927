namespace Clipyard.Sandbox.Worlds;

/// <summary>One account.</summary>
public sealed record SandboxCreator
{
    /// <summary>The name in addresses, without <c>@</c>.</summary>
    public required string Username { get; init; }

    /// <summary>TikTok's number of the account: decimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>TikTok's long key of the account.</summary>
    public required string SecUid { get; init; }

    /// <summary>The shown name.</summary>
    public string Nickname { get; init; } = "";

    /// <summary>The text on the profile.</summary>
    public string Bio { get; init; } = "";

    /// <summary>The link on the profile; often without a scheme. Null for none.</summary>
    public string? BioLink { get; init; }

    /// <summary>The avatar in the clip library.</summary>
    public string? Avatar { get; init; }

    /// <summary>Whether TikTok vouches for the account.</summary>
    public bool Verified { get; init; }

    /// <summary>Whether the account is private.</summary>
    public bool Private { get; init; }

    /// <summary>What the profile page says in <c>statusCode</c>: 10222 private, 10221 banned, 10223 child.</summary>
    public int StatusCode { get; init; }

    /// <summary>Exact number of followers. Pages round what TikTok rounds.</summary>
    public long Followers { get; init; }

    /// <summary>Exact number of accounts it follows.</summary>
    public long Following { get; init; }

    /// <summary>Exact number of likes it received.</summary>
    public long Hearts { get; init; }

    /// <summary>The number of posts its page states; null counts its posts.</summary>
    public int? VideoCount { get; init; }

    /// <summary>Whether its profile page comes without data, so that only the embed page leads to its key.</summary>
    public bool ProfileWithoutData { get; init; }

    /// <summary>What it may do through the official API.</summary>
    public PostingProfile Posting { get; init; } = new();

    /// <summary>How its list misbehaves.</summary>
    public ListingQuirks Listing { get; init; } = new();
}
