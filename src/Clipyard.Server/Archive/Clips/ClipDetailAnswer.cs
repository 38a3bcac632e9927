namespace Clipyard.Server.Archive.Clips;

/// <summary>A kept post and its proof.</summary>
/// <param name="Clip">The post.</param>
/// <param name="Record">What was written down when it was kept; null when its record is not there or cannot be read.</param>
internal sealed record ClipDetailAnswer(ClipAnswer Clip, ClipRecordAnswer? Record);
