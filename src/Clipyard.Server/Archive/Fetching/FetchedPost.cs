using Clipyard.Downloads;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>A post whose files are whole and verified, but not visible yet.</summary>
/// <param name="Result">What the library did.</param>
/// <param name="Names">Under which names its files will be.</param>
/// <param name="SourceUrl">The address that was asked for.</param>
/// <param name="FetchedAt">When.</param>
internal sealed record FetchedPost(
    DownloadResult Result,
    ObjectNames Names,
    string SourceUrl,
    DateTimeOffset FetchedAt
);
