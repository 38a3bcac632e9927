namespace Clipyard.Sandbox.Official.Posting;

/// <summary>A publishing task as it stood at one moment.</summary>
public sealed record PublishTaskInfo
{
    /// <summary>Its id.</summary>
    public required string PublishId { get; init; }

    /// <summary>The app.</summary>
    public required string ClientKey { get; init; }

    /// <summary>The account.</summary>
    public required string Creator { get; init; }

    /// <summary>What becomes of it.</summary>
    public required PublishMode Mode { get; init; }

    /// <summary>How far it is.</summary>
    public required PublishStage Stage { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? FailReason { get; init; }

    /// <summary>Bytes that have arrived.</summary>
    public required long Received { get; init; }

    /// <summary>SHA-256 of each file, once it is complete.</summary>
    public IReadOnlyList<string> Sha256 { get; init; } = [];

    /// <summary>Whether it consists of photos.</summary>
    public bool IsPhoto { get; init; }

    /// <summary>Whether the creator threw the draft away.</summary>
    public bool Discarded { get; init; }

    /// <summary>What the app said about the post.</summary>
    public required PostWish Wish { get; init; }

    /// <summary>When it was begun (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    internal static PublishTaskInfo Of(PublishTask task) =>
        new()
        {
            PublishId = task.PublishId,
            ClientKey = task.Grant.ClientKey,
            Creator = task.Grant.Username,
            Mode = task.Mode,
            Stage = task.Stage,
            FailReason = task.FailReason,
            Received = task.Received,
            Sha256 = [.. task.Files.Select(file => file.Sha256)],
            IsPhoto = task.IsPhoto,
            Discarded = task.Discarded,
            Wish = task.Wish,
            CreatedAt = task.CreatedAt,
        };
}
