using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Data;

/// <summary>Scopes for background work, which no request has begun.</summary>
internal static class OwnerScopes
{
    /// <summary>A scope that works for an owner and may touch the owner's objects.</summary>
    public static async Task<AsyncServiceScope> EnterAsync(
        this IServiceScopeFactory scopes,
        Guid ownerId,
        CancellationToken cancellationToken
    )
    {
        var scope = scopes.CreateAsyncScope();
        var prefix = await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Users.Where(person => person.Id == ownerId)
            .Select(person => person.StorePrefix)
            .SingleAsync(cancellationToken);
        scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(new Owner(ownerId, prefix));
        return scope;
    }
}
