using System.Text.Json;
using Clipyard.Failures;

namespace Clipyard.Client.Jobs;

/// <summary>A piece of background work on the server.</summary>
public sealed record Job
{
    /// <summary>Which.</summary>
    public required string Id { get; init; }

    /// <summary>What it does: <c>student_download</c>, <c>downloads</c>, <c>verify</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>How far it is.</summary>
    public JobState State { get; init; }

    /// <summary>The student it works for; null when it works for none.</summary>
    public string? StudentId { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When its work began; null before.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How many items it has; null before that is known.</summary>
    public int? Total { get; init; }

    /// <summary>How many of them are dealt with, the failed ones included.</summary>
    public int Done { get; init; }

    /// <summary>How many of them failed.</summary>
    public int Failed { get; init; }

    /// <summary>The items in the order of the work; empty in lists, which leave them out.</summary>
    public IReadOnlyList<JobItem> Items
    {
        get => field ?? [];
        init;
    }

    /// <summary>Why it failed; null while it has not.</summary>
    public ServerFailure? Failure { get; init; }

    /// <summary>The transfer that runs at this moment; null when none does.</summary>
    public JobTransfer? Progress { get; init; }

    /// <summary>What came of it, a document that depends on <see cref="Kind"/>; null before the end.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>Whether nothing more will happen to it.</summary>
    public bool HasEnded => State is JobState.Completed or JobState.Failed or JobState.Cancelled;

    /// <summary>Throws what the job ended with, unless it has completed or still runs.</summary>
    /// <exception cref="ClipyardException">The job's failure, or <c>conflict</c>: it was cancelled.</exception>
    public void ThrowIfUnsuccessful()
    {
        if (State == JobState.Cancelled)
        {
            throw new ClipyardException(FailureCatalogue.Conflict, $"Job {Id} was cancelled after {Done} items.")
            {
                Remedies = ["Ask again: what is kept is not fetched again."],
            };
        }

        if (State == JobState.Failed)
        {
            throw ToException();
        }
    }

    private ClipyardException ToException()
    {
        var known = FailureCatalogue.Find(Failure?.Code ?? "");
        var failure = known ?? FailureCatalogue.InternalError;
        return new ClipyardException(failure, Failure?.Detail ?? (known is null ? Failure?.Message : null))
        {
            Operation = Kind,
            Remedies = [Failure?.Remedy ?? failure.Remedy],
        };
    }
}
