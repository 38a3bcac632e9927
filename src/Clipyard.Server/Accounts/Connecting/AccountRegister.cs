using Clipyard.Server.Accounts.Tokens;
using Clipyard.Server.Data;
using Clipyard.TikTokApi.OAuth;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Accounts.Connecting;

/// <summary>Keeps what a person granted: a new account, or the same one once more.</summary>
internal sealed class AccountRegister(ClipyardDb db, TokenBox box, AccountEvents events, TimeProvider time)
{
    /// <summary>Keeps it, in the scope's owner's name.</summary>
    public async Task<TikTokAccount> SaveAsync(
        TokenSet tokens,
        AccountProfile profile,
        string actor,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var account = await db.Set<TikTokAccount>()
            .SingleOrDefaultAsync(a => a.OpenId == tokens.OpenId, cancellationToken);
        if (account is null)
        {
            account = new TikTokAccount
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                OwnerId = db.Scope.Owner.Id,
                OpenId = tokens.OpenId,
                Scopes = "",
            };
            db.Add(account);
        }

        Fill(account, tokens, profile);
        events.Connected(db, account, actor);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return account;
    }

    private void Fill(TikTokAccount account, TokenSet tokens, AccountProfile profile)
    {
        account.Username = profile.Username ?? account.Username;
        account.DisplayName = profile.DisplayName ?? account.DisplayName;
        account.AvatarUrl = profile.AvatarUrl ?? account.AvatarUrl;
        account.Scopes = tokens.Scopes.ToString();
        account.State = AccountState.Connected;
        account.StateReason = null;
        account.Tokens = box.Seal(account.Id, tokens.AccessToken, tokens.RefreshToken);
        account.TokenVersion++;
        account.AccessExpiresAt = tokens.AccessTokenExpiresAt;
        account.RefreshExpiresAt = tokens.RefreshTokenExpiresAt;
        account.RefreshHolder = null;
        account.RefreshUntil = null;
        account.ConnectedAt = time.GetUtcNow();
        account.CheckedAt = account.ConnectedAt;
    }
}
