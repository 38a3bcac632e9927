using System.Security.Claims;
using Clipyard.Server.Data;
using Clipyard.Server.Identity;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Events;

/// <summary>
/// Whether a caller who was let in long ago would be let in now: the key is neither revoked nor expired, the session not
/// ended by a new password or a sign-out everywhere.
/// </summary>
internal sealed class CallerStanding(ClipyardDb db, TimeProvider time)
{
    public Task<bool> IsGoodAsync(ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        if (CallerIdentity.KeyOf(caller) is { } keyId)
        {
            var now = time.GetUtcNow();
            return db.ApiKeys.AnyAsync(
                key =>
                    key.Id == keyId
                    && (key.RevokedAt == null || key.RevokedAt > now)
                    && (key.ExpiresAt == null || key.ExpiresAt > now),
                cancellationToken
            );
        }

        var owner = CallerIdentity.OwnerOf(caller)?.Id;
        var stamp = caller.FindFirst(CallerIdentity.StampClaim)?.Value;
        return db.Users.AnyAsync(person => person.Id == owner && person.SecurityStamp == stamp, cancellationToken);
    }
}
