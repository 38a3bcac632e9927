namespace Clipyard.Server.Publishing.Posts;

/// <summary>The table of states.</summary>
internal static class PostStates
{
    /// <summary>Whether a post in one state may go to another.</summary>
    public static bool Allows(PostState from, PostState to) => Next(from).Contains(to);

    /// <summary>Whether nothing is done with it any more, unless a person tries again.</summary>
    public static bool IsEnd(PostState state) =>
        state is PostState.Published or PostState.Failed or PostState.Rejected or PostState.Cancelled;

    /// <summary>Whether its staged files are not needed any more: the end, or TikTok has them.</summary>
    public static bool IsDelivered(PostState state) => state == PostState.InInbox || IsEnd(state);

    /// <summary>Whether it can still be changed.</summary>
    public static bool IsEditable(PostState state) =>
        state is PostState.AwaitingApproval or PostState.Scheduled or PostState.Queued;

    /// <summary>The word that TikTok's own callers know.</summary>
    public static string StatusOf(PostState state) =>
        state switch
        {
            PostState.InInbox => "SEND_TO_USER_INBOX",
            PostState.Published => "PUBLISHED",
            PostState.Failed or PostState.Rejected or PostState.Cancelled => "FAILED",
            _ => "PROCESSING",
        };

    private static PostState[] Next(PostState state) =>
        state switch
        {
            PostState.Preparing =>
            [
                PostState.AwaitingApproval,
                PostState.Scheduled,
                PostState.Queued,
                PostState.Failed,
                PostState.Cancelled,
            ],
            PostState.AwaitingApproval =>
            [
                PostState.Scheduled,
                PostState.Queued,
                PostState.Rejected,
                PostState.Failed,
                PostState.Cancelled,
            ],
            PostState.Scheduled or PostState.Queued =>
            [
                PostState.AwaitingApproval, // an edit voids the approval
                PostState.Scheduled,
                PostState.Queued,
                PostState.Initialising,
                PostState.Failed,
                PostState.Cancelled,
            ],
            PostState.Initialising or PostState.Uploading =>
            [
                PostState.Uploading,
                PostState.Processing,
                PostState.InInbox, // TikTok may be done before we see it at work
                PostState.Published,
                PostState.Queued,
                PostState.Failed,
                PostState.Cancelled,
                PostState.Uncertain,
            ],
            PostState.Processing =>
            [
                PostState.InInbox,
                PostState.Published,
                PostState.Failed,
                PostState.Uncertain,
                PostState.Queued,
            ],
            PostState.Uncertain => [PostState.InInbox, PostState.Published, PostState.Failed, PostState.Queued],
            PostState.InInbox => [PostState.Published],
            // A person tries again: from the staged files, or from the beginning when they are gone.
            PostState.Failed =>
            [
                PostState.Preparing,
                PostState.AwaitingApproval,
                PostState.Scheduled,
                PostState.Queued,
            ],
            _ => [],
        };
}
