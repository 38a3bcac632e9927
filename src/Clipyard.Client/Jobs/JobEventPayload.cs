namespace Clipyard.Client.Jobs;

/// <summary>The data of any event of a job: each type fills some of it.</summary>
internal sealed record JobEventPayload
{
    public int? Total { get; init; }

    public int? Done { get; init; }

    public int? Failed { get; init; }

    public JobItem? Item { get; init; }

    public JobTransfer? Progress { get; init; }

    public JobEvent ToEvent(string type, string? id) =>
        new()
        {
            Type = type,
            Id = id,
            Total = Total,
            Done = Done,
            Failed = Failed,
            Item = Item,
            Progress = Progress,
        };
}
