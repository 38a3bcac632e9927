using Clipyard.Server.Data;

namespace Clipyard.Server.Automation.Webhooks.Signing;

/// <summary>What a webhook's deliveries, or an owner's callbacks, are signed with.</summary>
internal sealed class SigningSecret : IOwned
{
    /// <summary>The webhook's id; of callbacks the owner's.</summary>
    public Guid Id { get; set; }

    public Guid OwnerId { get; set; }

    /// <summary>Sealed: not to be read in the database.</summary>
    public required string Sealed { get; set; }

    /// <summary>The one before, sealed, while it still signs beside; null when there is none.</summary>
    public string? OldSealed { get; set; }

    /// <summary>Until when the one before signs.</summary>
    public DateTimeOffset? OldUntil { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Makes a change of a row that somebody else has changed meanwhile fail.</summary>
    public int Revision { get; set; }
}
