using Clipyard.Server.Automation.Webhooks.Delivering;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Clipyard.Server.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Automation.Webhooks.Telling;

/// <summary>Hands untold events out, owner by owner: everybody has a turn in every step, and nobody a long one.</summary>
internal sealed partial class FanOutLane(
    IServiceScopeFactory scopes,
    FanOutSignal signal,
    ILaneWaker waker,
    IPublishingPause pause,
    TimeProvider time,
    ILogger<FanOutLane> logger
) : ILaneRunner
{
    public const string Prefix = "hooks:";

    /// <summary>There is one.</summary>
    public const string Name = Prefix + "events";

    private const int BatchesOfOneOwner = 10;

    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(10);

    public async Task<DateTimeOffset?> StepAsync(string lane, CancellationToken cancellationToken)
    {
        signal.Begin(); // what is committed from here on wakes the lane again
        if (await pause.HoldsMessagesAsync(cancellationToken))
        {
            return null; // the sweep looks again; what is told then shows things as they are then
        }

        var isTroubled = false;
        var isMore = false;
        var owner = Guid.Empty;
        while ((owner = await OwnerAfterAsync(owner, cancellationToken)) != Guid.Empty)
        {
            var turn = await TryAsync(owner, cancellationToken);
            isTroubled |= turn is null;
            isMore |= turn is true;
        }

        // One owner's trouble keeps nobody else waiting.
        var now = time.GetUtcNow();
        return isMore ? now
            : isTroubled ? now + AfterTrouble
            : null;
    }

    /// <returns>Whether there is more to tell; null when there was trouble.</returns>
    private async Task<bool?> TryAsync(Guid ownerId, CancellationToken cancellationToken)
    {
        try
        {
            for (var batch = 0; batch < BatchesOfOneOwner; batch++)
            {
                // Asked every time: a step has many batches, and what is held meanwhile is not made into messages.
                if (
                    await pause.HoldsMessagesAsync(cancellationToken) || !await TellAsync(ownerId, cancellationToken)
                )
                {
                    return false;
                }
            }

            return true;
        }
        catch (DbUpdateException error)
        {
            LogOvertaken(ownerId, error); // a webhook was removed, or another process called the same post
            return null;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnforeseen(ownerId, error);
            return null;
        }
    }

    /// <returns>Whether there was anything.</returns>
    private async Task<bool> TellAsync(Guid ownerId, CancellationToken cancellationToken)
    {
        await using var scope = await scopes.EnterAsync(ownerId, cancellationToken);
        var lanes = await scope.ServiceProvider.GetRequiredService<FanOut>().RunAsync(cancellationToken);
        foreach (var lane in lanes ?? [])
        {
            await waker.WakeAsync(lane, time.GetUtcNow(), cancellationToken);
        }

        return lanes is not null;
    }

    // One look into the index of untold events for each owner in it, however many events they have.
    private async Task<Guid> OwnerAfterAsync(Guid last, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Events.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(logged => logged.UntoldSince != null && logged.OwnerId.CompareTo(last) > 0)
            .OrderBy(logged => logged.OwnerId)
            .Select(logged => logged.OwnerId)
            .FirstOrDefaultAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Events of {OwnerId} are handed out again in a moment")]
    private partial void LogOvertaken(Guid ownerId, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Handing out events of {OwnerId} ended in an unforeseen error")]
    private partial void LogUnforeseen(Guid ownerId, Exception error);
}
