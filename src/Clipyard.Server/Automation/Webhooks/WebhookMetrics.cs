using System.Diagnostics.Metrics;
using Clipyard.Server.Automation.Webhooks.Delivering;
using Clipyard.Server.Data;
using Clipyard.Server.Observability;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Automation.Webhooks;

/// <summary>What is counted of webhooks, on the meter <c>Clipyard</c>.</summary>
internal sealed class WebhookMetrics : IFigureSource
{
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _time;
    private readonly Counter<long> _tries;
    private long _waiting;
    private DateTimeOffset? _untoldSince;

    public WebhookMetrics(IMeterFactory meters, IServiceScopeFactory scopes, TimeProvider time)
    {
        _scopes = scopes;
        _time = time;
        var meter = meters.Create(ServerMetrics.MeterName);
        _tries = meter.CreateCounter<long>(
            "clipyard.webhooks.deliveries",
            "{try}",
            "Messages sent to webhooks and callbacks, by outcome: delivered, retried (later) or failed (for good)."
        );
        meter.CreateObservableGauge(
            "clipyard.webhooks.waiting",
            () => Volatile.Read(ref _waiting),
            "{message}",
            "Messages that are on their way."
        );
        meter.CreateObservableGauge(
            "clipyard.webhooks.untold_age",
            () => _untoldSince is { } since ? (_time.GetUtcNow() - since).TotalSeconds : 0,
            "s",
            "How long the oldest event waits to be handed out."
        );
    }

    /// <summary>A message was sent once more.</summary>
    public void Tried(string outcome) => _tries.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var waiting = await db
            .WebhookDeliveries.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .LongCountAsync(row => row.NextAttemptAt != null, cancellationToken);
        Volatile.Write(ref _waiting, waiting);
        _untoldSince = await db
            .Events.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(logged => logged.UntoldSince != null)
            .MinAsync(logged => logged.UntoldSince, cancellationToken);
    }
}
