namespace Clipyard.Client.Jobs;

/// <summary>A page of jobs.</summary>
internal sealed record JobPage
{
    public IReadOnlyList<Job>? Jobs { get; init; }

    public string? NextCursor { get; init; }
}
