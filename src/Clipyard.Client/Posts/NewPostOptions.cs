namespace Clipyard.Client.Posts;

/// <summary>How a new post is made.</summary>
public record NewPostOptions : PostOptions
{
    /// <summary><c>upload</c> or <c>pull</c>; null for what its kind needs.</summary>
    public string? Transfer { get; init; }

    /// <summary>Whether ffmpeg may make a file fit that TikTok would refuse.</summary>
    public bool? Repair { get; init; }

    /// <summary>Whether a person has to approve it first.</summary>
    public bool? Approval { get; init; }
}
