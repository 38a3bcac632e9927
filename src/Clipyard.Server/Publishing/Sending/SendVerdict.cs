using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Sending;

/// <summary>Whether a post may be told to TikTok now.</summary>
/// <param name="Failure">Why it never may, or not yet; null when it may.</param>
/// <param name="Until">When it may; null when it never may.</param>
internal sealed record SendVerdict(PostFailure? Failure, DateTimeOffset? Until)
{
    /// <summary>It may.</summary>
    public static readonly SendVerdict Go = new(Failure: null, Until: null);

    /// <summary>Not yet.</summary>
    public static SendVerdict Wait(DateTimeOffset until, PostFailure because) => new(because, until);

    /// <summary>Never, as it is.</summary>
    public static SendVerdict No(PostFailure because) => new(because, Until: null);
}
