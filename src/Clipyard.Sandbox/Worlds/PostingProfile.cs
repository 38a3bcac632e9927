namespace Clipyard.Sandbox.Worlds;

/// <summary>What an account may do through the official API.</summary>
public sealed record PostingProfile
{
    /// <summary>The privacy levels it is offered; null for those that go with a public or a private account.</summary>
    public IReadOnlyList<string>? PrivacyLevels { get; init; }

    /// <summary>Whether it lets no one comment.</summary>
    public bool CommentDisabled { get; init; }

    /// <summary>Whether it lets no one make duets. Private accounts never do.</summary>
    public bool DuetDisabled { get; init; }

    /// <summary>Whether it lets no one stitch. Private accounts never do.</summary>
    public bool StitchDisabled { get; init; }

    /// <summary>The longest video it may post directly, in seconds.</summary>
    public int LongestVideoSeconds { get; init; } = 600;

    /// <summary>How many direct posts it may make in 24 hours, all apps together.</summary>
    public int PostsPerDay { get; init; } = 15;

    /// <summary>Whether it may not post at all.</summary>
    public bool BannedFromPosting { get; init; }

    /// <summary>The version of the TikTok app its owner uses; photo drafts need 31.8.</summary>
    public decimal AppVersion { get; init; } = 40.1m;
}
