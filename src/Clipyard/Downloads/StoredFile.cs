namespace Clipyard.Downloads;

/// <summary>A file where a sink put it.</summary>
/// <param name="Path">The sink's own name for it: a path for folders.</param>
/// <param name="SizeBytes">Its length in bytes.</param>
public sealed record StoredFile(string Path, long SizeBytes);
