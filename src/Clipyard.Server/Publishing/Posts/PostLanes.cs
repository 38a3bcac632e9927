namespace Clipyard.Server.Publishing.Posts;

/// <summary>Which lane looks after a post. Of an account, each lane does one thing at a time.</summary>
internal static class PostLanes
{
    /// <summary>One lane per post: fetching and checking its files.</summary>
    public const string Prepare = "prepare:";

    /// <summary>One per account: telling TikTok of what is due.</summary>
    public const string Send = "send:";

    /// <summary>One per account: sending bytes.</summary>
    public const string Upload = "upload:";

    /// <summary>One per account: asking TikTok what became of what it has.</summary>
    public const string Watch = "watch:";

    /// <summary>The lane of a post in its state; null when it needs none.</summary>
    public static string? Of(Post post) =>
        post.State switch
        {
            PostState.Preparing => Prepare + post.Id,
            PostState.Scheduled or PostState.Queued or PostState.Initialising => Send + post.AccountId,
            PostState.Uploading when post.Transfer == PostTransfer.Upload => Upload + post.AccountId,
            PostState.Uploading or PostState.Processing or PostState.Uncertain or PostState.InInbox => Watch
                + post.AccountId,
            PostState.Published when HasNoIdYet(post) => Watch + post.AccountId,
            _ => null,
        };

    // A post for everybody gets its id when TikTok has moderated it; one for its creator alone never does.
    private static bool HasNoIdYet(Post post) => post.PostIds.Count == 0 && post.Settings.PrivacyLevel != "SELF_ONLY";
}
