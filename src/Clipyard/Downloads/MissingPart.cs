using Clipyard.Failures;

namespace Clipyard.Downloads;

/// <summary>A cover or subtitle that was asked for and could not be had. The post's own files are never among these.</summary>
/// <param name="Part">Which file.</param>
/// <param name="Error">Why.</param>
public sealed record MissingPart(MediaPart Part, ClipyardException Error);
