namespace Clipyard.Client.Jobs;

/// <summary>The data of any event of a job: each type fills some of it.</summary>
internal sealed record JobEventPayload
{
    public int? Total { get; init; }

    public int? Done { get; init; }

    public int? Failed { get; init; }

    public JobItem? Item { get; init; }
}
