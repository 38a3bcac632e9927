namespace Clipyard.Sandbox.Official.Posting;

/// <summary>One post that was made through the official API. Never taken back, so that tests can count.</summary>
public sealed record PublishedPost
{
    /// <summary>Its id on the public site.</summary>
    public required string PostId { get; init; }

    /// <summary>The task it came from.</summary>
    public required string PublishId { get; init; }

    /// <summary>The app.</summary>
    public required string ClientKey { get; init; }

    /// <summary>The account.</summary>
    public required string Creator { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>At once, or by its creator out of the inbox.</summary>
    public required PublishMode Mode { get; init; }

    /// <summary>SHA-256 of the video, or of each photo, in lower-case hexadecimal.</summary>
    public required IReadOnlyList<string> Sha256 { get; init; }

    /// <summary>All bytes together.</summary>
    public required long Bytes { get; init; }

    /// <summary>Whether it consists of photos.</summary>
    public required bool IsPhoto { get; init; }

    /// <summary>What was asked for, or what the creator made of it.</summary>
    public required PostWish Wish { get; init; }
}
