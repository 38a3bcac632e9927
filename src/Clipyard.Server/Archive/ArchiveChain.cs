using Clipyard.Server.Data;

namespace Clipyard.Server.Archive;

/// <summary>The end of one chain of records. A student has one; clips without a student share one per owner.</summary>
internal sealed class ArchiveChain : IOwned
{
    public Guid OwnerId { get; set; }

    /// <summary><c>student:ID</c>, or <c>clips</c>.</summary>
    public required string Name { get; set; }

    /// <summary>The hash of the last record, lower-case hex; empty before the first. Changed by compare-and-set.</summary>
    public string Head { get; set; } = "";

    /// <summary>How many records there are; the last one's <c>seq</c>.</summary>
    public long Length { get; set; }
}
