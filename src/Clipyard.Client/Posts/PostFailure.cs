namespace Clipyard.Client.Posts;

/// <summary>Why a post came to nothing.</summary>
public sealed record PostFailure
{
    /// <summary>Its name; usually one of <see cref="Failures.FailureCatalogue"/>.</summary>
    public required string Code { get; init; }

    /// <summary>What happened.</summary>
    public string? Message { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Remedy { get; init; }

    /// <summary>TikTok's own word for it; null when there was none.</summary>
    public string? TiktokCode { get; init; }

    /// <summary>The id by which TikTok's support finds the call; null when there was none.</summary>
    public string? LogId { get; init; }
}
