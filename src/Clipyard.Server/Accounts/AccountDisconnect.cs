using Clipyard.Failures;
using Clipyard.Server.Accounts.App;
using Clipyard.Server.Accounts.Tokens;
using Clipyard.Server.Data;
using Clipyard.TikTokApi.OAuth;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Accounts;

/// <summary>Disconnects an account because its owner says so.</summary>
internal sealed class AccountDisconnect(
    ClipyardDb db,
    TikTokApp app,
    OwnerAccounts accounts,
    AccountTokens tokens,
    AccountFarewell farewell,
    Revocation revocation
)
{
    // Revoking takes a token that holds for a moment.
    private static readonly TokenNeed ForRevoking = new(TimeSpan.FromMinutes(1));

    /// <summary>Disconnects it here, then at TikTok.</summary>
    /// <returns>Whether TikTok knows.</returns>
    /// <exception cref="ClipyardException"><c>not_found</c>, <c>not_connected</c>, <c>conflict</c>: there are several.</exception>
    public async Task<bool> RunAsync(Guid? accountId, string actor, CancellationToken cancellationToken)
    {
        app.ThrowIfNotConfigured();
        var account = await accounts.ChooseAsync(accountId, cancellationToken);
        var token = await FindTokenAsync(account, cancellationToken);
        if (!await farewell.LeaveAsync(account.Id, actor, Reasons.ByOwner, at: null, cancellationToken))
        {
            return false; // somebody else was quicker
        }

        return token is { } access && await revocation.TryRevokeAsync(account.OpenId, access, CancellationToken.None);
    }

    private async Task<AccessToken?> FindTokenAsync(TikTokAccount account, CancellationToken cancellationToken)
    {
        try
        {
            return account.State == AccountState.Connected
                ? (await tokens.GetAsync(db.Scope.Owner, account, ForRevoking, cancellationToken)).Token
                : null;
        }
        catch (ClipyardException)
        {
            return null; // nobody is kept connected because TikTok does not answer
        }
    }
}
