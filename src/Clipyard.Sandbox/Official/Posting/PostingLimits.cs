using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Official.OAuth;
using Clipyard.Sandbox.Official.Wire;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Official.Posting;

/// <summary>The caps of an account and of an app that are not counted by the minute.</summary>
internal sealed class PostingLimits(OfficialState state)
{
    private const string TooManyPosts = "spam_risk_too_many_posts";
    private const string Banned = "spam_risk_user_banned_from_posting";

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>Why the account cannot post directly now; null when it can.</summary>
    public string? Direct(SandboxApp app, SandboxCreator creator)
    {
        if (creator.Posting.BannedFromPosting)
        {
            return Banned;
        }

        var recent = Recent().ToList();
        if (recent.Count(post => Is(post.Creator, creator.Username)) >= creator.Posting.PostsPerDay)
        {
            return TooManyPosts;
        }

        var users = recent
            .Where(post => post.ClientKey == app.ClientKey)
            .Select(post => post.Creator)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return users.Count >= app.UserCap && !users.Contains(creator.Username) ? "reached_active_user_cap" : null;
    }

    /// <exception cref="ApiRefusalException">The account cannot have another draft now.</exception>
    public void CheckDraft(SandboxCreator creator)
    {
        if (creator.Posting.BannedFromPosting)
        {
            throw ApiRefusalException.Spam(Banned);
        }

        if (PendingDrafts(creator.Username).Count() >= state.Settings.PendingDrafts)
        {
            throw ApiRefusalException.Spam("spam_risk_too_many_pending_share");
        }
    }

    /// <summary>An app that was not audited posts to private accounts only, and for their owner only.</summary>
    /// <exception cref="ApiRefusalException">It may not do this.</exception>
    public static void CheckAudit(SandboxApp app, SandboxCreator creator, PostWish wish)
    {
        if (!app.Audited && (!creator.Private || wish.PrivacyLevel != PrivacyLevels.Self))
        {
            throw ApiRefusalException.Unaudited();
        }
    }

    /// <summary>What hinders a post that was accepted earlier.</summary>
    public string? AtPosting(PublishTask task)
    {
        if (state.World.FindCreator(task.Grant.Username) is not { } creator)
        {
            return "auth_removed";
        }

        if (creator.Posting.BannedFromPosting)
        {
            return Banned;
        }

        var full = Recent().Count(post => Is(post.Creator, creator.Username)) >= creator.Posting.PostsPerDay;
        return task.Mode == PublishMode.Direct && full ? TooManyPosts : null;
    }

    /// <summary>Drafts that wait for their creator, and those on the way there with all their bytes.</summary>
    public IEnumerable<PublishTask> PendingDrafts(string username)
    {
        var since = state.Clock.Now - state.Settings.DraftLife;
        return state.Tasks.Where(task =>
            task
                is { Mode: PublishMode.Inbox, Discarded: false, Stage: PublishStage.Processing or PublishStage.InInbox }
            && Is(task.Grant.Username, username)
            && (task.DeliveredAt ?? state.Clock.Now) > since
        );
    }

    private IEnumerable<PublishedPost> Recent()
    {
        var since = state.Clock.Now - Day;
        return state.Published.Where(post => post.Mode == PublishMode.Direct && post.Time > since);
    }

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
