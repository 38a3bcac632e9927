namespace Clipyard.Server.Jobs;

/// <summary>Where a page of jobs ended: the last one's key in the order of the list.</summary>
internal sealed record JobPosition(DateTimeOffset CreatedAt, Guid Id);
