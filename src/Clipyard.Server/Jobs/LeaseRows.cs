using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Jobs;

/// <summary>Keeps leases of this process, and gives them back.</summary>
internal sealed class LeaseRows<T>(
    IServiceScopeFactory scopes,
    Leases leases,
    TimeProvider time,
    ILogger<LeaseRenewal> logger
)
    where T : class, ILeased
{
    /// <summary>Renews the lease of a row until it is disposed.</summary>
    public LeaseRenewal KeepRenewing(Guid id) => new(RenewAsync, id, time, logger);

    /// <summary>Ends the lease and changes nothing else: whoever comes next goes on.</summary>
    public async Task GiveBackAsync(Guid id)
    {
        await using var scope = scopes.CreateAsyncScope();
        await Mine(scope, id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.LeaseHolder, (string?)null)
                        .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null),
                CancellationToken.None
            );
    }

    private async Task RenewAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var until = leases.Until;
        await Mine(scope, id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseUntil, until), cancellationToken);
    }

    private IQueryable<T> Mine(AsyncServiceScope scope, Guid id)
    {
        var holder = leases.Holder;
        return scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Set<T>()
            .IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(row => row.Id == id && row.LeaseHolder == holder);
    }
}
