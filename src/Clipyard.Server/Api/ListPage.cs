namespace Clipyard.Server.Api;

/// <summary>A page of a list.</summary>
/// <param name="Rows">Its rows, in the list's order.</param>
/// <param name="NextCursor">What the next page is asked for with; null when this is the last one.</param>
internal sealed record ListPage<T>(IReadOnlyList<T> Rows, string? NextCursor);
