namespace Clipyard.Client.Tasks;

/// <summary>What is to be different about an instance. What is null stays.</summary>
public sealed record InstanceChange
{
    /// <summary>The <see cref="Instance.Revision"/> that was looked at: refused when it is another one by now. Null: whatever it is.</summary>
    public int? Revision { get; init; }

    /// <summary>What it is called.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>All of its accounts.</summary>
    public IReadOnlyList<string>? AccountIds { get; init; }

    /// <summary>Where tasks' output has the video's address; empty: in the usual places.</summary>
    public string? VideoPath { get; init; }

    /// <summary>Where tasks' output has the caption; empty: in the usual places.</summary>
    public string? CaptionPath { get; init; }
}
