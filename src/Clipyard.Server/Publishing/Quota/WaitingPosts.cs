using System.Globalization;
using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Quota;

/// <summary>The posts of an account that go out next, and why not now.</summary>
internal sealed class WaitingPosts(ClipyardDb db, TimeProvider time)
{
    private const int MaxListed = 20;

    /// <summary>The owner's, in the order in which they go out.</summary>
    public async Task<IReadOnlyList<WaitingPost>> ListAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var posts = await db
            .Posts.AsNoTracking()
            .Where(post => post.AccountId == accountId)
            .Where(post => post.State == PostState.Scheduled || post.State == PostState.Queued)
            .Where(post => post.DueAt > now || post.WaitCode != null)
            .OrderBy(post => post.DueAt)
            .ThenBy(post => post.Id)
            .Take(MaxListed)
            .ToListAsync(cancellationToken);
        return [.. posts.Select(post => Of(post, now))];
    }

    private static WaitingPost Of(Post post, DateTimeOffset now)
    {
        var until = post.DueAt > now ? post.DueAt : now;
        var at = until.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return new WaitingPost(
            post.Id,
            post.State,
            post.Mode,
            post.WaitCode,
            until,
            $"Goes out at {at} UTC, because {ReasonOf(post)}"
        );
    }

    private static string ReasonOf(Post post)
    {
        if (post.WaitCode is not { } code)
        {
            return "it was scheduled for then.";
        }

        var known = FailureCatalogue.All.FirstOrDefault(failure => failure.Code == code)?.Message;
        return $"of {code}: {post.WaitReason ?? known}";
    }
}
