namespace Clipyard.Client.Tasks;

/// <summary>A page of instances.</summary>
internal sealed record InstancePage
{
    public IReadOnlyList<Instance>? Instances { get; init; }

    public string? NextCursor { get; init; }
}
