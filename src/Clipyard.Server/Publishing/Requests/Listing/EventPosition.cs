namespace Clipyard.Server.Publishing.Requests.Listing;

/// <summary>Where a page of a post's log ended.</summary>
internal sealed record EventPosition(long Id);
