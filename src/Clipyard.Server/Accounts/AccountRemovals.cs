using Clipyard.Server.Data;
using Clipyard.TikTokApi.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Accounts;

/// <inheritdoc cref="IAccountRemovals"/>
internal sealed class AccountRemovals(IServiceScopeFactory scopes) : IAccountRemovals
{
    public async Task<int> RemoveAsync(
        string openId,
        RemovalReason reason,
        DateTimeOffset? at,
        CancellationToken cancellationToken
    )
    {
        var ended = 0;
        foreach (var (id, ownerId) in await FindAsync(openId, at, cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(new Owner(ownerId, StorePrefix: ""));
            var farewell = scope.ServiceProvider.GetRequiredService<AccountFarewell>();
            var left = await farewell.LeaveAsync(
                id,
                AccountEvents.System,
                Reasons.Removed(reason),
                at,
                cancellationToken
            );
            ended += left ? 1 : 0;
        }

        return ended;
    }

    private async Task<List<(Guid Id, Guid OwnerId)>> FindAsync(
        string openId,
        DateTimeOffset? at,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Set<TikTokAccount>()
            .IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(account => account.OpenId == openId && account.State != AccountState.Disconnected)
            .Where(account => at == null || account.ConnectedAt <= at)
            .Select(account => new { account.Id, account.OwnerId })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Id, row.OwnerId))];
    }
}
