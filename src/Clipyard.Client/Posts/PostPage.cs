namespace Clipyard.Client.Posts;

/// <summary>A page of posts.</summary>
internal sealed record PostPage
{
    public IReadOnlyList<Post>? Posts { get; init; }

    public string? NextCursor { get; init; }
}
