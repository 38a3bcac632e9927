using Clipyard.Server.Automation.Webhooks.Telling;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Automation.Webhooks;

/// <summary>Takes the webhooks' steps on a server that takes none by itself.</summary>
internal static class HookSteps
{
    /// <summary>Hands out what happened, then sends what is due, once in every lane.</summary>
    public static async Task RunAsync(ServerHost host, TimeProvider clock)
    {
        await host.Server.Services.GetRequiredService<LaneRunners>().StepAsync(FanOutLane.Name, Stop);
        await DeliverAsync(host, clock);
    }

    /// <summary>Sends what is due, once in every lane, all lanes at the same time.</summary>
    public static async Task DeliverAsync(ServerHost host, TimeProvider clock)
    {
        await using var scope = host.Server.Services.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var lanes = await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .WebhookDeliveries.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(row => row.NextAttemptAt != null && row.NextAttemptAt <= now)
            .Select(row => row.Lane)
            .Distinct()
            .ToListAsync(Stop);
        var runners = host.Server.Services.GetRequiredService<LaneRunners>();
        await Task.WhenAll(lanes.Select(lane => runners.StepAsync(lane, Stop)));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
