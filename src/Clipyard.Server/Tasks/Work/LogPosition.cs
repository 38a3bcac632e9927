namespace Clipyard.Server.Tasks.Work;

/// <summary>Where a page of a log ended.</summary>
/// <param name="Id">The last line.</param>
internal sealed record LogPosition(long Id);
