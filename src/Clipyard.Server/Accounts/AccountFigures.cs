using System.Diagnostics.Metrics;
using System.Text.Json;
using Clipyard.Server.Data;
using Clipyard.Server.Observability;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Accounts;

/// <summary>Figures of all owners' accounts together: they show nobody's things.</summary>
internal sealed class AccountFigures : IFigureSource
{
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _time;
    private IReadOnlyList<(AccountState State, long Count)> _states = [];
    private DateTimeOffset? _accessLapses;
    private DateTimeOffset? _refreshLapses;

    public AccountFigures(IMeterFactory meters, IServiceScopeFactory scopes, TimeProvider time)
    {
        _scopes = scopes;
        _time = time;
        var meter = meters.Create(ServerMetrics.MeterName);
        meter.CreateObservableGauge("clipyard.accounts", States, "{account}", "TikTok accounts, by state.");
        meter.CreateObservableGauge(
            "clipyard.accounts.token_expiry",
            Expiries,
            "s",
            "Until the first token of a connected account lapses: access tokens are replaced in time, refresh tokens by "
                + "connecting again."
        );
    }

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var all = scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Set<TikTokAccount>()
            .IgnoreQueryFilters(QueryFilters.OwnerOnly);
        var states = await all.GroupBy(account => account.State)
            .Select(group => new { State = group.Key, Count = group.LongCount() })
            .ToListAsync(cancellationToken);
        var connected = all.Where(account => account.State == AccountState.Connected);
        _accessLapses = await connected.MinAsync(account => account.AccessExpiresAt, cancellationToken);
        _refreshLapses = await connected.MinAsync(account => account.RefreshExpiresAt, cancellationToken);
        _states = [.. states.Select(state => (state.State, state.Count))];
    }

    private IEnumerable<Measurement<long>> States() =>
        _states.Select(state => new Measurement<long>(
            state.Count,
            new KeyValuePair<string, object?>(
                "state",
                JsonNamingPolicy.SnakeCaseLower.ConvertName(state.State.ToString())
            )
        ));

    private IEnumerable<Measurement<double>> Expiries()
    {
        foreach (var (token, at) in new[] { ("access", _accessLapses), ("refresh", _refreshLapses) })
        {
            if (at is { } instant)
            {
                yield return new Measurement<double>(
                    (instant - _time.GetUtcNow()).TotalSeconds,
                    new KeyValuePair<string, object?>("token", token)
                );
            }
        }
    }
}
