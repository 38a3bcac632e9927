namespace Clipyard.Client.Students;

/// <summary>A page of a student's kept posts.</summary>
internal sealed record VideoPage
{
    public IReadOnlyList<StoredVideo>? Videos { get; init; }

    public string? NextCursor { get; init; }
}
