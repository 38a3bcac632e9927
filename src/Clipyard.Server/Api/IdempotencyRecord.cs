using Clipyard.Server.Data;

namespace Clipyard.Server.Api;

/// <summary>That a request with this <c>Idempotency-Key</c> was accepted, and what it made.</summary>
/// <remarks>Written in the transaction that makes the thing, so that neither exists without the other.</remarks>
internal sealed class IdempotencyRecord : IOwned
{
    public Guid OwnerId { get; set; }

    /// <summary>Method and route pattern: <c>POST /api/v1/downloads</c>.</summary>
    public required string Route { get; set; }

    public required string Key { get; set; }

    /// <summary>SHA-256 over address, query and body, hex: the same key with another request is refused.</summary>
    public required string RequestHash { get; set; }

    /// <summary>The id of what was made.</summary>
    public required string ResourceId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
