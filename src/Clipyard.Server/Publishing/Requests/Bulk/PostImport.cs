using Clipyard.Server.Data;

namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>What an import made, for whoever asks the same once more with the same key.</summary>
internal sealed class PostImport : IOwned
{
    public Guid Id { get; set; }

    public Guid OwnerId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Of the table's bytes, lower-case hex.</summary>
    public required string Sha256 { get; set; }

    /// <summary>The posts, in the order of the rows.</summary>
    public IReadOnlyList<Guid> PostIds { get; set; } = [];
}
