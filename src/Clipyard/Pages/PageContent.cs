using Clipyard.Creators;
using Clipyard.Failures;
using Clipyard.Videos;

namespace Clipyard.Pages;

/// <summary>What one page or API answer of TikTok's public site holds.</summary>
public sealed record PageContent
{
    /// <summary>The post; null when it holds none.</summary>
    public VideoInfo? Video { get; init; }

    /// <summary>The creator's profile; null when it holds none.</summary>
    public Creator? Creator { get; init; }

    /// <summary>Posts that it lists (listings, old profile pages, embed pages), in its order.</summary>
    public IReadOnlyList<VideoInfo> Posts { get; init; } = [];

    /// <summary>Whether the list goes on; null when it is none or does not say.</summary>
    public bool? HasMore { get; init; }

    /// <summary>Where the list goes on, as TikTok writes it (mostly Unix milliseconds); null when it does not say.</summary>
    public string? Cursor { get; init; }

    /// <summary>TikTok's own status number; 0 is success, null means that it has none.</summary>
    public int? StatusCode { get; init; }

    /// <summary>TikTok's own words for the status; null or empty when there are none.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>Why there is neither post nor profile nor list; null when there is one.</summary>
    public Failure? Failure { get; init; }

    /// <summary>The post or profile that the page says it is about, even where it holds none; null when it does not say.</summary>
    public string? CanonicalUrl { get; init; }
}
