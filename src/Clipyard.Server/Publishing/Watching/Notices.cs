using System.Security.Cryptography;
using System.Text;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Posts;
using Clipyard.TikTokApi.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Publishing.Watching;

/// <summary>
/// What TikTok's webhooks do: they wake the question for the status. Only ids of public posts are taken from them
/// (rule E9).
/// </summary>
internal sealed class Notices(IServiceScopeFactory scopes, IPostWaker waker, TimeProvider time)
{
    /// <summary>Keeps an event, once.</summary>
    /// <returns>Whether it is new.</returns>
    public async Task<bool> KeepAsync(WebhookEvent received, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(received.DeduplicationKey)));
        if (await db.TikTokNotices.AnyAsync(notice => notice.Key == key, cancellationToken))
        {
            return false;
        }

        db.TikTokNotices.Add(
            new TikTokNotice
            {
                Key = key,
                ReceivedAt = time.GetUtcNow(),
                Name = received.Name,
                OpenId = received.OpenId,
                PublishId = received.PublishId?.Value,
                PostId = received.Kind == WebhookKind.PubliclyAvailable ? received.PostId : null,
            }
        );
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // The same event at the same moment: the other delivery keeps it. Anything else is thrown by the question.
            if (!await IsKeptAsync(key, cancellationToken))
            {
                throw;
            }

            return false;
        }
    }

    /// <summary>As <see cref="MatchAsync"/>; when somebody changes the post at this moment, the sweep does it.</summary>
    public async Task TryMatchAsync(string publishId, CancellationToken cancellationToken)
    {
        try
        {
            await MatchAsync(publishId, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return;
        }
    }

    /// <summary>Lets the events of an attempt count that are not matched yet.</summary>
    public async Task MatchAsync(string publishId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var attempt = await db
            .PostAttempts.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .AsNoTracking()
            .Where(row => row.PublishId == publishId)
            .OrderByDescending(row => row.Id) // a sandbox that was started anew gives the same ids again
            .FirstOrDefaultAsync(cancellationToken);
        var notices = await db
            .TikTokNotices.Where(notice => notice.PublishId == publishId && notice.MatchedAt == null)
            .ToListAsync(cancellationToken);
        if (attempt is null || notices.Count == 0)
        {
            return;
        }

        scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(new Owner(attempt.OwnerId, StorePrefix: ""));
        var post = await db.Posts.SingleAsync(row => row.Id == attempt.PostId, cancellationToken);
        foreach (var notice in notices)
        {
            notice.MatchedAt = time.GetUtcNow();
        }

        if (attempt.State != AttemptState.Abandoned)
        {
            Take(scope.ServiceProvider, post, attempt, notices);
        }

        await db.SaveChangesAsync(cancellationToken);
        await waker.WakeAsync(post, CancellationToken.None);
    }

    private void Take(IServiceProvider services, Post post, PostAttempt attempt, List<TikTokNotice> notices)
    {
        var log = services.GetRequiredService<PostLog>();
        foreach (var notice in notices)
        {
            log.Note(post, PostEventTypes.Webhook, $"TikTok sent {notice.Name}.");
        }

        services.GetRequiredService<StatusReading>().AddIds(post, notices.Select(n => n.PostId).OfType<string>());
        // Also a post that nobody asks for any more; and one whose upload waits, but may be there already.
        post.Lane ??= PostLanes.Of(post);
        var isWatched = post.Lane?.StartsWith(PostLanes.Watch, StringComparison.Ordinal) == true;
        if (isWatched || attempt.State == AttemptState.Committed)
        {
            post.DueAt = time.GetUtcNow();
        }
    }

    private async Task<bool> IsKeptAsync(string key, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        return await db.TikTokNotices.AnyAsync(notice => notice.Key == key, cancellationToken);
    }
}
