namespace Clipyard.Client.Publishing;

/// <summary>A post that has not come to rest.</summary>
public sealed record OpenPost
{
    /// <summary>Its id.</summary>
    public required string PostId { get; init; }

    /// <summary>Whose it is: the name of the person.</summary>
    public string? Owner { get; init; }

    /// <summary>Where it stands: <c>queued</c>, <c>uploading</c>.</summary>
    public required string State { get; init; }

    /// <summary><c>inbox</c> or <c>direct</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>The account's @name; null when it has not begun to go out.</summary>
    public string? Username { get; init; }

    /// <summary>TikTok's id; null when TikTok was not told of it, as far as the server knows.</summary>
    public string? PublishId { get; init; }

    /// <summary>Its time (UTC); null: as soon as possible.</summary>
    public DateTimeOffset? ScheduleTime { get; init; }

    /// <summary>When it was asked for (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
