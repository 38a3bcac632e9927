namespace Clipyard.Server.Publishing.Posts;

/// <summary>Where a post goes whose files are ready.</summary>
internal static class NextState
{
    /// <summary>To a person, to its time, or out.</summary>
    public static PostState Of(Post post, DateTimeOffset now)
    {
        if (post.NeedsApproval && (post.ApprovedVersion is null || post.ApprovedVersion != post.Version))
        {
            return PostState.AwaitingApproval;
        }

        return post.ScheduledFor > now ? PostState.Scheduled : PostState.Queued;
    }

    /// <summary>When its lane has to look at it there.</summary>
    public static DateTimeOffset DueAt(Post post, DateTimeOffset now) =>
        post.ScheduledFor > now ? post.ScheduledFor.Value : now;
}
