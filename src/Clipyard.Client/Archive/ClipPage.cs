using Clipyard.Client.Students;

namespace Clipyard.Client.Archive;

/// <summary>A page of kept posts.</summary>
internal sealed record ClipPage
{
    public IReadOnlyList<StoredVideo>? Clips { get; init; }

    public string? NextCursor { get; init; }
}
