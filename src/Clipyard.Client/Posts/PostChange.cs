namespace Clipyard.Client.Posts;

/// <summary>What is to be different about a post.</summary>
public sealed record PostChange : PostOptions
{
    /// <summary>The <see cref="Post.Revision"/> that was looked at: refused when it is another one by now. Null: whatever it is.</summary>
    public int? Revision { get; init; }
}
