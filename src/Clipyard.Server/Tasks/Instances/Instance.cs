using Clipyard.Server.Data;

namespace Clipyard.Server.Tasks.Instances;

/// <summary>Something that works on tasks, and the accounts that what comes of them may go to.</summary>
/// <remarks><see cref="Revision"/> is a concurrency token.</remarks>
internal sealed class Instance : IOwned, ICreated
{
    public Guid Id { get; set; }

    public Guid OwnerId { get; set; }

    public required string Name { get; set; }

    public string? Description { get; set; }

    /// <summary>Ids of connected accounts, at least one.</summary>
    public required List<Guid> AccountIds { get; set; }

    /// <summary>Where its tasks' output has the video's address; null: in the usual places.</summary>
    public string? VideoPath { get; set; }

    /// <summary>Where its tasks' output has the caption; null: in the usual places.</summary>
    public string? CaptionPath { get; set; }

    /// <summary>One more at every change.</summary>
    public int Revision { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}
