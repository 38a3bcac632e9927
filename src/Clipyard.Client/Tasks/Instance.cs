namespace Clipyard.Client.Tasks;

/// <summary>Something that works on tasks, and the accounts that what comes of them may go to.</summary>
public sealed record Instance
{
    /// <summary>The server's id of it.</summary>
    public required string InstanceId { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>Null for none.</summary>
    public string? Description { get; init; }

    /// <summary>The connected accounts that its tasks' videos may go to.</summary>
    public required IReadOnlyList<string> AccountIds { get; init; }

    /// <summary>Where its tasks' output has the video's address; null: in the usual places.</summary>
    public string? VideoPath { get; init; }

    /// <summary>Where its tasks' output has the caption; null: in the usual places.</summary>
    public string? CaptionPath { get; init; }

    /// <summary>One more at every change.</summary>
    public int Revision { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
