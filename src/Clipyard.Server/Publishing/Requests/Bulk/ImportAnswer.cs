using System.ComponentModel;
using Clipyard.Server.Api.Problems;

namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>What came of a table. One with an error is refused as a whole, with the errors in the problem document.</summary>
internal sealed record ImportAnswer
{
    public bool Success { get; } = true;

    [Description("Whether it was only checked: nothing was made then.")]
    public required bool DryRun { get; init; }

    [Description("Whether an earlier request with the same Idempotency-Key made the posts, and this one none.")]
    public bool Repeated { get; init; }

    [Description("The import; null when it was only checked.")]
    public Guid? ImportId { get; init; }

    [Description("How many rows the table has, without its header.")]
    public required int Rows { get; init; }

    [Description("How many of them are posts now, or would be.")]
    public required int Accepted { get; init; }

    [Description("Always empty; a problem document has them.")]
    public IReadOnlyList<RowFault> Errors { get; } = [];

    [Description("The posts in the order of the rows; empty when they were only checked.")]
    public required IReadOnlyList<Guid> PostIds { get; init; }
}
