using Clipyard.Failures;

namespace Clipyard.Server.Uploads;

/// <summary>How much may come, and what is said when more does.</summary>
/// <param name="Bytes">The most the whole upload may have.</param>
/// <param name="Excess">The refusal.</param>
internal sealed record UploadBound(long Bytes, ClipyardException Excess);
