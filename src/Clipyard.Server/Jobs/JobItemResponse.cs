namespace Clipyard.Server.Jobs;

/// <summary>One post of a job and what came of it.</summary>
/// <param name="Url">The post's address as it was given or found.</param>
/// <param name="VideoId">The post's id; null before it is known.</param>
/// <param name="State">What came of it.</param>
/// <param name="Code">The failure's code; null unless failed.</param>
/// <param name="Message">The failure in a sentence; null unless failed.</param>
internal sealed record JobItemResponse(string Url, string? VideoId, JobItemState State, string? Code, string? Message);
