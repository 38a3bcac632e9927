using System.Collections.Concurrent;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Identity;

/// <summary>Finds keys by their text. Remembers those that work, so that a request with a key asks no database.</summary>
/// <remarks>
/// Remembering is safe while one process serves a database: whatever changes a key or its owner's role calls
/// <see cref="Forget"/> after its transaction.
/// </remarks>
internal sealed class KeyDirectory(IServiceScopeFactory scopes)
{
    private const int MostKnown = 10_000;
    private const int LongestKey = 256;

    private ConcurrentDictionary<string, KnownKey> _known = new(StringComparer.Ordinal);

    /// <returns>The key, possibly expired or revoked; null when there is none such.</returns>
    public async ValueTask<KnownKey?> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length is 0 or > LongestKey)
        {
            return null;
        }

        var hash = KeyText.Hash(text);
        var name = Convert.ToHexString(hash);
        // Taken before the question is asked: what Forget overtakes lands in a dictionary that nobody reads any more.
        var known = Volatile.Read(ref _known);
        if (known.TryGetValue(name, out var key))
        {
            return key;
        }

        key = await ReadAsync(hash, cancellationToken);
        if (key is { RevokedAt: null } && known.Count < MostKnown)
        {
            known[name] = key;
        }

        return key;
    }

    /// <summary>Asks the database again for every key.</summary>
    public void Forget() => Volatile.Write(ref _known, new(StringComparer.Ordinal));

    private async Task<KnownKey?> ReadAsync(byte[] hash, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var found = await (
            from key in db.ApiKeys.AsNoTracking().IgnoreQueryFilters(QueryFilters.OwnerOnly)
            join person in db.Users on key.OwnerId equals person.Id
            where key.Hash == hash
            select new
            {
                Key = key,
                person.StorePrefix,
                person.Role,
            }
        ).SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : new KnownKey(
                found.Key.Id,
                new Owner(found.Key.OwnerId, found.StorePrefix),
                CallerIdentity.Allowed(found.Key.Scopes, found.Role),
                found.Key.AllowInQuery,
                new KeyDefaults(found.Key.DefaultAccountId, found.Key.DefaultCaption),
                found.Key.ExpiresAt,
                found.Key.RevokedAt
            );
    }
}
