using Clipyard.Server.Automation.Webhooks.Delivering;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Automation.Webhooks.Telling;

/// <summary>Hands untold events out, owner by owner, the longest waiting first.</summary>
internal sealed partial class FanOutLane(
    IServiceScopeFactory scopes,
    FanOutSignal signal,
    ILaneWaker waker,
    TimeProvider time,
    ILogger<FanOutLane> logger
) : ILaneRunner
{
    public const string Prefix = "hooks:";

    /// <summary>There is one.</summary>
    public const string Name = Prefix + "events";

    private const int OwnersAtOnce = 50;
    private const int BatchesOfOneOwner = 10;

    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(10);

    public async Task<DateTimeOffset?> StepAsync(string lane, CancellationToken cancellationToken)
    {
        signal.Begin(); // what is committed from here on wakes the lane again
        var isTroubled = false;
        foreach (var owner in await OwnersAsync(OwnersAtOnce, cancellationToken))
        {
            isTroubled |= !await TryAsync(owner, cancellationToken);
        }

        if (isTroubled)
        {
            return time.GetUtcNow() + AfterTrouble;
        }

        return (await OwnersAsync(atMost: 1, cancellationToken)).Count > 0 ? time.GetUtcNow() : null;
    }

    /// <returns>Whether all went well.</returns>
    private async Task<bool> TryAsync(Guid ownerId, CancellationToken cancellationToken)
    {
        try
        {
            for (var batch = 0; batch < BatchesOfOneOwner; batch++)
            {
                if (!await TellAsync(ownerId, cancellationToken))
                {
                    return true;
                }
            }

            return true;
        }
        catch (DbUpdateException error)
        {
            LogOvertaken(ownerId, error); // a webhook was removed, or another process called the same post
            return false;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnforeseen(ownerId, error);
            return false;
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

    private async Task<List<Guid>> OwnersAsync(int atMost, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Events.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(logged => logged.UntoldSince != null)
            .GroupBy(logged => logged.OwnerId)
            .OrderBy(owner => owner.Min(logged => logged.UntoldSince))
            .Select(owner => owner.Key)
            .Take(atMost)
            .ToListAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Events of {OwnerId} are handed out again in a moment")]
    private partial void LogOvertaken(Guid ownerId, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Handing out events of {OwnerId} ended in an unforeseen error")]
    private partial void LogUnforeseen(Guid ownerId, Exception error);
}
