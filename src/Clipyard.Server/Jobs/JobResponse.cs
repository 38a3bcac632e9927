using System.Text.Json;

namespace Clipyard.Server.Jobs;

/// <summary>A piece of background work and how far it is.</summary>
internal sealed record JobResponse
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What it does: <c>student_download</c>, <c>downloads</c>, <c>verify</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>How far it is. The last three are ends; an end never changes.</summary>
    public required JobState State { get; init; }

    /// <summary>The student it works for; null when it works for none.</summary>
    public string? StudentId { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its first step began; null before.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How many items it has; null before that is known.</summary>
    public int? Total { get; init; }

    /// <summary>How many of them have come to an end, failed ones included.</summary>
    public required int Done { get; init; }

    /// <summary>How many of them failed.</summary>
    public required int Failed { get; init; }

    /// <summary>Somebody asked to stop it; it ends as cancelled within its present step.</summary>
    public required bool CancelRequested { get; init; }

    /// <summary>Its items in the order of the work; null in lists, which leave them out.</summary>
    public IReadOnlyList<JobItemResponse>? Items { get; init; }

    /// <summary>Why it failed; null unless it did.</summary>
    public JobFailureResponse? Failure { get; init; }

    /// <summary>How far the transfer is that runs now; null when none does.</summary>
    public JobProgressResponse? Progress { get; init; }

    /// <summary>What came of it beside its items, as its kind defines; null before the end.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>Where to go from here.</summary>
    public required JobLinks Links { get; init; }
}
