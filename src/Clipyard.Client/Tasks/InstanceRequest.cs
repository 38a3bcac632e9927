namespace Clipyard.Client.Tasks;

/// <summary>An instance that is to be made.</summary>
public sealed record InstanceRequest
{
    /// <summary>At most 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>At most 10,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Ids of 1 to 50 connected accounts.</summary>
    public required IReadOnlyList<string> AccountIds { get; init; }

    /// <summary>Where tasks' output has the video's address, such as <c>result.videos[0].url</c>; null: in the usual places.</summary>
    public string? VideoPath { get; init; }

    /// <summary>Where tasks' output has the caption; null: in the usual places.</summary>
    public string? CaptionPath { get; init; }
}
