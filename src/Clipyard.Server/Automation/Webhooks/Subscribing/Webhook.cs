using Clipyard.Server.Data;

namespace Clipyard.Server.Automation.Webhooks.Subscribing;

/// <summary>An address that is told what happens to an owner's things.</summary>
internal sealed class Webhook : IOwned
{
    public Guid Id { get; set; }

    public Guid OwnerId { get; set; }

    public required string Url { get; set; }

    /// <summary>What the owner calls it.</summary>
    public string? Description { get; set; }

    /// <summary>The types it listens to, with spaces between.</summary>
    public required string Events { get; set; }

    public bool IsEnabled { get; set; }

    /// <summary>When it was switched off; null while it is on.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Why it was switched off, in a sentence; null while it is on.</summary>
    public string? DisabledReason { get; set; }

    /// <summary>The first failed try since the last delivery that was received; null when the last one was.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Makes a change of a row that somebody else has changed meanwhile fail.</summary>
    public int Revision { get; set; }

    /// <summary>Whether it listens to events of a type.</summary>
    public bool ListensTo(string type) => Events.Split(' ').Contains(type, StringComparer.Ordinal);
}
