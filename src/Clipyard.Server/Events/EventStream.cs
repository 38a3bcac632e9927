using Clipyard.Server.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Events;

/// <summary>
/// Serves one open stream: lasting events from the database in the order of their numbers, each once, and live ones in
/// between. It ends with the caller, the caller's key or session, or the server.
/// </summary>
internal sealed class EventStream(
    ClipyardDb db,
    EventStreams streams,
    CallerStanding standing,
    IOptions<JsonOptions> json,
    IHostApplicationLifetime lifetime,
    TimeProvider time
)
{
    public const string ContentType = "text/event-stream";

    private const int ReadAtOnce = 200;

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public async Task RunAsync(HttpContext context, EventWish wish)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            lifetime.ApplicationStopping
        );
        try
        {
            await RunAsync(context, wish, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // nobody reads any more, or the server stops: they come back to the next
        }
    }

    private async Task RunAsync(HttpContext context, EventWish wish, CancellationToken cancellationToken)
    {
        // Before the first look at the database, so that nothing falls in between.
        using var subscription = streams.Subscribe(wish.OwnerId, wish.Subject);
        var reader = new EventReader(db, wish, await PositionAsync(wish, cancellationToken));
        var writer = new EventWriter(context, json.Value.SerializerOptions, time);
        var pace = new LivePace(time);
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        writer.Begin();
        await writer.FlushAsync(cancellationToken);
        var heartbeat = time.GetTimestamp();
        while (true)
        {
            var (hasEvents, live) = subscription.Take();
            pace.Add(live);
            var beats = time.GetElapsedTime(heartbeat) >= Heartbeat;
            // At every heartbeat, too: should a word be lost, the table is right.
            if ((hasEvents || beats) && await TellAsync(reader, writer, pace, cancellationToken))
            {
                return;
            }

            foreach (var now in pace.Take())
            {
                writer.Add(now);
            }

            if (beats)
            {
                if (!await standing.IsGoodAsync(context.User, cancellationToken))
                {
                    return;
                }

                heartbeat = time.GetTimestamp();
                writer.AddHeartbeat();
            }

            await writer.FlushAsync(cancellationToken);
            await WaitAsync(subscription, pace.Next, Heartbeat - time.GetElapsedTime(heartbeat), cancellationToken);
        }
    }

    /// <returns>Whether the last event there will be was told.</returns>
    private static async Task<bool> TellAsync(
        EventReader reader,
        EventWriter writer,
        LivePace pace,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<LoggedEvent> page;
        do
        {
            page = await reader.ReadAsync(ReadAtOnce, cancellationToken);
            foreach (var logged in page)
            {
                pace.Forget(logged.Subject);
                writer.Add(logged);
            }

            await writer.FlushAsync(cancellationToken);
        } while (page.Count == ReadAtOnce);

        return reader.IsAtEnd;
    }

    private async Task<long> PositionAsync(EventWish wish, CancellationToken cancellationToken)
    {
        var last = await db.Events.MaxAsync(logged => (long?)logged.Id, cancellationToken) ?? 0;
        // A number from the future came from another database; everything from now on is new to that reader.
        return wish.After is { } after && after <= last ? after : last;
    }

    private async Task WaitAsync(
        EventSubscription subscription,
        TimeSpan? nextLive,
        TimeSpan nextHeartbeat,
        CancellationToken cancellationToken
    )
    {
        var wait = nextLive < nextHeartbeat ? nextLive.Value : nextHeartbeat;
        if (wait > TimeSpan.Zero)
        {
            await subscription
                .News.WaitAsync(wait, time, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}
