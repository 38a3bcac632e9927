namespace Clipyard.Client.Posts;

/// <summary>What to post and how.</summary>
public sealed record PostRequest : NewPostOptions
{
    /// <summary>Where the files come from.</summary>
    public required PostSource Source { get; init; }
}
