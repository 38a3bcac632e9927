namespace Clipyard.Client.Posts;

/// <summary>Why a post goes out later than it could.</summary>
public sealed record PostWait
{
    /// <summary>A failure's code, such as <c>daily_cap</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The same in a sentence.</summary>
    public string? Reason { get; init; }

    /// <summary>When it is tried next.</summary>
    public DateTimeOffset? Until { get; init; }
}
