namespace Clipyard.TikTokApi.Accounts;

/// <summary>What an account may post now. Ask anew whenever a posting screen is shown, and before a direct post.</summary>
public sealed record CreatorInfo
{
    /// <summary>A signed address, good for two hours.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>The name behind the @.</summary>
    public string? Username { get; init; }

    /// <summary>The name to show beside the post, so that people see where it goes.</summary>
    public string? Nickname { get; init; }

    /// <summary>The levels to choose from. There is no default: people choose by hand.</summary>
    public required IReadOnlyList<PrivacyLevel> PrivacyLevels { get; init; }

    /// <summary>Whether nobody may comment, whatever a post says. True when TikTok did not say.</summary>
    public bool CommentDisabled { get; init; }

    /// <summary>The same for duets.</summary>
    public bool DuetDisabled { get; init; }

    /// <summary>The same for stitches.</summary>
    public bool StitchDisabled { get; init; }

    /// <summary>The longest video that may be posted directly; null when TikTok did not say.</summary>
    public TimeSpan? MaxVideoDuration { get; init; }
}
