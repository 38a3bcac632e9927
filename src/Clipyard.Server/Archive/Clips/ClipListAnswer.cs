namespace Clipyard.Server.Archive.Clips;

/// <summary>A page of the owner's clips.</summary>
/// <param name="Clips">The clips of this page.</param>
/// <param name="Count">How many are on this page.</param>
/// <param name="Total">How many there are altogether, or at least.</param>
/// <param name="TotalIsExact">Whether <c>total</c> is all of them; false: there are at least so many.</param>
/// <param name="NextCursor">Pass it as <c>cursor</c> for the next page; null on the last.</param>
internal sealed record ClipListAnswer(
    IReadOnlyList<ClipAnswer> Clips,
    int Count,
    long Total,
    bool TotalIsExact,
    string? NextCursor
);
