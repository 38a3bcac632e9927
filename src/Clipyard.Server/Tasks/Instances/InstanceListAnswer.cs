namespace Clipyard.Server.Tasks.Instances;

/// <summary>A page of instances.</summary>
/// <param name="Instances">Newest first.</param>
/// <param name="Count">On this page.</param>
/// <param name="Total">Altogether.</param>
/// <param name="NextCursor">Where the next page begins; null on the last.</param>
internal sealed record InstanceListAnswer(
    IReadOnlyList<InstanceAnswer> Instances,
    int Count,
    int Total,
    string? NextCursor
);
