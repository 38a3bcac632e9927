using Clipyard.Server.Data;

namespace Clipyard.Server.Archive;

/// <summary>
/// An object whose row was erased: written in the same transaction, gone once the object is. So erased bytes go, even
/// when the process dies in between or the store cannot be reached just then.
/// </summary>
internal sealed class DoomedObject : IOwned
{
    public long Id { get; set; }

    public Guid OwnerId { get; set; }

    /// <summary>The post it belonged to.</summary>
    public required string VideoId { get; set; }

    /// <summary>The object's full key in the store.</summary>
    public required string Object { get; set; }

    public DateTimeOffset DoomedAt { get; set; }
}
