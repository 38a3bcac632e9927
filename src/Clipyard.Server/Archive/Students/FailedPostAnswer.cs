namespace Clipyard.Server.Archive.Students;

/// <summary>A post that could not be kept.</summary>
/// <param name="VideoId">The post.</param>
/// <param name="VideoUrl">Its address.</param>
/// <param name="Code">Why, by name.</param>
/// <param name="Message">Why, in a sentence.</param>
internal sealed record FailedPostAnswer(string? VideoId, string VideoUrl, string Code, string Message);
