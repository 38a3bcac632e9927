using Clipyard.Failures;
using Clipyard.Videos;

namespace Clipyard.Downloads;

/// <summary>Says that another rendition was taken than the one chosen first.</summary>
/// <param name="Wanted">The one chosen first; null when none fitted the wish (for example none as small).</param>
/// <param name="Taken">The one that was downloaded.</param>
/// <param name="Reason">Why: the failure of the first, or <c>quality_unavailable</c>.</param>
public sealed record QualityFallback(Rendition? Wanted, Rendition Taken, Failure Reason);
