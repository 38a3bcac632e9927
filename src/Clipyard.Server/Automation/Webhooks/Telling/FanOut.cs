using System.Data.Common;
using System.Text.Json;
using Clipyard.Server.Automation.Webhooks.Delivering;
using Clipyard.Server.Automation.Webhooks.Subscribing;
using Clipyard.Server.Data;
using Clipyard.Server.Events;
using Clipyard.Server.Publishing;
using Clipyard.Server.Publishing.Requests.Answers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Automation.Webhooks.Telling;

/// <summary>
/// Makes messages out of an owner's untold events: for every webhook that listens, and for the callbacks of posts. The
/// messages and the mark that the events are told are one transaction, so nothing is lost and nothing is made twice.
/// </summary>
internal sealed partial class FanOut(
    ClipyardDb db,
    IPosts posts,
    IPostCallbacks callbacks,
    Messages messages,
    UnheardEvents unheard,
    TimeProvider time,
    ILogger<FanOut> logger
)
{
    private const int AtOnce = 100;

    /// <summary>Takes the next events.</summary>
    /// <returns>The lanes that have something to send now; null when there was nothing to tell.</returns>
    public async Task<IReadOnlyCollection<string>?> RunAsync(CancellationToken cancellationToken)
    {
        await unheard.PassOverAsync(cancellationToken);
        var events = await db
            .Events.AsNoTracking()
            .Where(logged => logged.UntoldSince != null)
            .OrderBy(logged => logged.UntoldSince) // the order of the index of untold ones
            .ThenBy(logged => logged.Id)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        if (events.Count == 0)
        {
            return null;
        }

        try
        {
            return await TellAsync(events, cancellationToken);
        }
        catch (Exception error) when (IsOfContent(error))
        {
            return await TellEachAsync(events, cancellationToken);
        }
    }

    // One that nobody can read must not keep those behind it for ever: it is told to nobody, and the log says so.
    private async Task<IReadOnlyCollection<string>> TellEachAsync(
        List<LoggedEvent> events,
        CancellationToken cancellationToken
    )
    {
        var lanes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var logged in events)
        {
            try
            {
                lanes.UnionWith(await TellAsync([logged], cancellationToken));
            }
            catch (Exception error) when (IsOfContent(error))
            {
                LogUnreadable(logged.Id, logged.Type, error);
                await SaveAsync([logged], [], cancellationToken);
            }
        }

        return lanes;
    }

    // What is wrong with the database passes, and passes as other exceptions or with its own inside.
    private static bool IsOfContent(Exception error) =>
        error is JsonException or FormatException
        || (
            error is InvalidOperationException and not ObjectDisposedException
            && error.InnerException is not DbException
        );

    private async Task<IReadOnlyCollection<string>> TellAsync(
        List<LoggedEvent> events,
        CancellationToken cancellationToken
    )
    {
        var made = await MakeAsync(events, cancellationToken);
        return await SaveAsync(events, made, cancellationToken)
            ? made.Select(one => one.Lane).ToHashSet(StringComparer.Ordinal)
            : [];
    }

    private async Task<List<WebhookDelivery>> MakeAsync(List<LoggedEvent> events, CancellationToken cancellationToken)
    {
        var hooks = await db.Webhooks.AsNoTracking().Where(hook => hook.IsEnabled).ToListAsync(cancellationToken);
        var called = await CalledAsync(events, cancellationToken);
        var told = events
            .Select(logged => (Event: logged, Type: OfferedEvents.TypeOf(logged) ?? ""))
            .Where(one => called.ContainsKey(PostOf(one.Event)) || hooks.Exists(hook => hook.ListensTo(one.Type)))
            .ToList();
        var shown = await ShownAsync(told.Select(one => PostOf(one.Event)), cancellationToken);
        var made = new List<WebhookDelivery>();
        foreach (var (logged, type) in told)
        {
            var post = shown.GetValueOrDefault(PostOf(logged));
            made.AddRange(ForHooks(logged, type, hooks, post));
            if (post is not null && OfferedEvents.IsOutcome(logged.Type) && called.Remove(post.PostId, out var address))
            {
                made.Add(ForCallback(logged, post, new Uri(address)));
            }
        }

        return made;
    }

    private IEnumerable<WebhookDelivery> ForHooks(
        LoggedEvent logged,
        string type,
        List<Webhook> hooks,
        PostAnswer? post
    )
    {
        var listening = hooks.Where(hook => hook.CreatedAt <= logged.At && hook.ListensTo(type)).ToList();
        if (listening.Count == 0)
        {
            return [];
        }

        var body = post is null ? messages.Of(type, logged.At, logged.Data) : messages.Of(type, logged.At, post);
        return listening.Select(hook =>
        {
            var delivery = New(logged, type, body, DeliveryLanes.OfWebhook(hook.OwnerId, hook.Id));
            delivery.WebhookId = hook.Id;
            delivery.EventId = logged.Id;
            return delivery;
        });
    }

    private WebhookDelivery ForCallback(LoggedEvent logged, PostAnswer post, Uri address)
    {
        var body = messages.Callback(logged.Type, post);
        var delivery = New(logged, logged.Type, body, DeliveryLanes.OfCallback(logged.OwnerId, address));
        delivery.PostId = post.PostId;
        delivery.EventId = logged.Id;
        return delivery;
    }

    private WebhookDelivery New(LoggedEvent logged, string type, string body, string lane)
    {
        var now = time.GetUtcNow();
        return new WebhookDelivery
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = logged.OwnerId,
            Type = type,
            Body = body,
            Lane = lane,
            State = DeliveryState.Pending,
            NextAttemptAt = now,
            CreatedAt = now,
        };
    }

    /// <returns>Whether these events were told here; if not, somebody else has told some of them.</returns>
    private async Task<bool> SaveAsync(
        List<LoggedEvent> events,
        List<WebhookDelivery> made,
        CancellationToken cancellationToken
    )
    {
        var ids = events.ConvertAll(logged => logged.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var told = await db
            .Events.Where(logged => ids.Contains(logged.Id) && logged.UntoldSince != null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(logged => logged.UntoldSince, (DateTimeOffset?)null),
                cancellationToken
            );
        if (told != events.Count)
        {
            return false;
        }

        db.AddRange(made);
        db.AddRange(made.Where(one => one.PostId is not null).Select(MarkOf));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Event {EventId} ({Type}) cannot be read and is told to nobody")]
    private partial void LogUnreadable(long eventId, string type, Exception error);

    private static CalledPost MarkOf(WebhookDelivery delivery) =>
        new() { PostId = delivery.PostId.GetValueOrDefault(), OwnerId = delivery.OwnerId };

    /// <summary>The addresses to call for posts that came to an outcome and whose callbacks were not called yet.</summary>
    private async Task<Dictionary<Guid, string>> CalledAsync(
        List<LoggedEvent> events,
        CancellationToken cancellationToken
    )
    {
        var ended = events.Where(logged => OfferedEvents.IsOutcome(logged.Type)).Select(PostOf).Distinct().ToList();
        if (ended.Count == 0)
        {
            return [];
        }

        var addresses = await callbacks.FindAsync(ended, cancellationToken);
        var before = await db
            .CalledPosts.Where(called => ended.Contains(called.PostId))
            .Select(called => called.PostId)
            .ToListAsync(cancellationToken);
        return ended
            .Except(before)
            .Where(addresses.ContainsKey)
            .ToDictionary(postId => postId, postId => addresses[postId]);
    }

    private async Task<Dictionary<Guid, PostAnswer>> ShownAsync(
        IEnumerable<Guid> postIds,
        CancellationToken cancellationToken
    )
    {
        var ids = postIds.Where(id => id != Guid.Empty).Distinct().ToList();
        return ids.Count == 0 ? [] : (await posts.FindAsync(ids, cancellationToken)).ToDictionary(post => post.PostId);
    }

    // An event of something else than a post has no post.
    private static Guid PostOf(LoggedEvent logged) =>
        Publishing.Posts.PostStreamEvents.IsOfPost(logged.Type) && Guid.TryParse(logged.Subject, out var id)
            ? id
            : Guid.Empty;
}
