namespace Clipyard.Server.Archive.Clips;

/// <summary>Where a page of clips ended.</summary>
/// <param name="Sort">The order of the list it is a place in.</param>
/// <param name="Key">The last clip's value there; a time in Unix milliseconds.</param>
/// <param name="Id">Its row, among those of one value.</param>
internal sealed record ClipPosition(string Sort, long Key, long Id);
