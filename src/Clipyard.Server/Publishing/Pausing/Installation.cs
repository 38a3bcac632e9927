namespace Clipyard.Server.Publishing.Pausing;

/// <summary>The one row that says which installation this database belongs to, and whether publishing is paused.</summary>
internal sealed class Installation
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    /// <summary>Made at the first start; the data folder holds a copy.</summary>
    public Guid InstallationId { get; set; }

    /// <summary>The machine it last ran on, as far as that is stable; null in containers.</summary>
    public string? Machine { get; set; }

    /// <summary>The highest number of an attempt as the last start knew it, whether its row is still there or not.</summary>
    public long HighestAttempt { get; set; }

    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>Why, in a sentence; null when it is not paused.</summary>
    public string? PauseReason { get; set; }

    /// <summary>Whether messages to webhooks and callbacks wait, too. Only while it is paused.</summary>
    public bool HoldsMessages { get; set; }
}
