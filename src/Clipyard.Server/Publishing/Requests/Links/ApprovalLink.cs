using Clipyard.Server.Data;

namespace Clipyard.Server.Publishing.Requests.Links;

/// <summary>
/// An address that lets whoever has it say yes or no to one version of one post, once. The newest of a post is the only
/// one that works.
/// </summary>
internal sealed class ApprovalLink : IOwned
{
    /// <summary>Grows with time: which of a post's links is the newest goes by it.</summary>
    public Guid Id { get; set; }

    public Guid OwnerId { get; set; }

    public Guid PostId { get; set; }

    /// <summary>The version that was waiting when it was made.</summary>
    public required string Version { get; set; }

    /// <summary>SHA-256 of what stands in the address. Enough without salt or stretching: it is 256 random bits.</summary>
    public required byte[] TokenHash { get; set; }

    /// <summary>Who made it: <c>person:ID</c> or <c>key:ID</c>.</summary>
    public required string MadeBy { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When somebody decided with it; null: nobody yet. A concurrency token: of two answers one counts.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
