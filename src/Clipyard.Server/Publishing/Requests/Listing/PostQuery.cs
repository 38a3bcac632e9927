namespace Clipyard.Server.Publishing.Requests.Listing;

/// <summary>Which page of a list of posts a caller wants to see.</summary>
/// <param name="Filter">Which posts.</param>
/// <param name="Limit">As it came; null without a wish.</param>
/// <param name="Cursor">As it came; null for the first page.</param>
internal sealed record PostQuery(PostFilter Filter, string? Limit, string? Cursor);
