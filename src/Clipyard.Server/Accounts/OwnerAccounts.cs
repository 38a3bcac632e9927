using Clipyard.Failures;
using Clipyard.Server.Accounts.App;
using Clipyard.Server.Accounts.Tokens;
using Clipyard.Server.Data;
using Clipyard.TikTokApi;
using Clipyard.TikTokApi.OAuth;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Accounts;

/// <inheritdoc cref="IAccounts"/>
internal sealed class OwnerAccounts(ClipyardDb db, TikTokApp app, AccountTokens tokens) : IAccounts
{
    /// <summary>How much life a token must have left for a call.</summary>
    public static readonly TokenNeed ForCalls = new(TimeSpan.FromMinutes(10));

    private const string TokenRefused = "access_token_invalid";

    public async Task<ConnectedAccount> ResolveAsync(Guid? accountId, CancellationToken cancellationToken)
    {
        app.ThrowIfNotConfigured();
        var account = await ChooseAsync(accountId, cancellationToken);
        return Reasons.ThrowIfUnusable(account).ToConnectedAccount();
    }

    /// <summary>As <see cref="ResolveAsync"/>, also when it needs its person.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>, <c>not_connected</c>, <c>conflict</c>.</exception>
    public async Task<TikTokAccount> ChooseAsync(Guid? accountId, CancellationToken cancellationToken)
    {
        if (accountId is not { } id)
        {
            return await OnlyOneAsync(cancellationToken);
        }

        var account = await ReadAsync(id, cancellationToken) ?? throw Reasons.NotFound(id);
        return account.State == AccountState.Disconnected ? Reasons.ThrowIfUnusable(account) : account;
    }

    public async Task<ConnectedAccount?> FindAsync(Guid accountId, CancellationToken cancellationToken) =>
        (await ReadAsync(accountId, cancellationToken))?.ToConnectedAccount();

    public Task EnsureConnectedAsync(Guid accountId, CancellationToken cancellationToken) =>
        ChooseAsync(accountId, cancellationToken);

    public async Task<IReadOnlyList<ConnectedAccount>> ListAsync(CancellationToken cancellationToken)
    {
        var accounts = await db.Set<TikTokAccount>()
            .AsNoTracking()
            .Where(account => account.State != AccountState.Disconnected)
            .OrderBy(account => account.ConnectedAt)
            .ThenBy(account => account.Id)
            .ToListAsync(cancellationToken);
        return [.. accounts.Select(account => account.ToConnectedAccount())];
    }

    public async Task<T> CallAsync<T>(
        Guid accountId,
        string? scope,
        Func<TikTokApiClient, AccessToken, CancellationToken, Task<T>> call,
        CancellationToken cancellationToken
    )
    {
        var client = app.Client;
        var account = Reasons.ThrowIfUnusable(await ReadAsync(accountId, cancellationToken));
        ScopeUses.ThrowIfMissing(account, scope);
        var held = await tokens.GetAsync(db.Scope.Owner, account, ForCalls, cancellationToken);
        try
        {
            return await call(client, held.Token, cancellationToken);
        }
        catch (TikTokApiException error) when (error.TikTokCode == TokenRefused)
        {
            // It was taken back, or our clock was wrong about its age. A refused call did nothing.
            held = await tokens.GetAsync(
                db.Scope.Owner,
                account,
                ForCalls with
                {
                    Refused = held.Version,
                },
                cancellationToken
            );
        }

        try
        {
            return await call(client, held.Token, cancellationToken);
        }
        catch (TikTokApiException error) when (error.TikTokCode == TokenRefused)
        {
            await tokens.GiveUpAsync(db.Scope.Owner, account, held, Reasons.NewTokenRefused, CancellationToken.None);
            throw;
        }
    }

    private Task<TikTokAccount?> ReadAsync(Guid accountId, CancellationToken cancellationToken) =>
        db.Set<TikTokAccount>()
            .AsNoTracking()
            .SingleOrDefaultAsync(account => account.Id == accountId, cancellationToken);

    /// <exception cref="ClipyardException"><c>not_connected</c>, <c>conflict</c>.</exception>
    private async Task<TikTokAccount> OnlyOneAsync(CancellationToken cancellationToken)
    {
        var accounts = await db.Set<TikTokAccount>()
            .AsNoTracking()
            .Where(account => account.State != AccountState.Disconnected)
            .OrderBy(account => account.ConnectedAt)
            .Take(20)
            .ToListAsync(cancellationToken);
        return accounts switch
        {
            [] => throw new ClipyardException(FailureCatalogue.NotConnected)
            {
                Remedies =
                [
                    "Connect an account: open /api/auth/tiktok in a browser, or ask GET /auth/oauth-url/tiktok.",
                ],
            },
            [var only] => only,
            _ => throw Ambiguous(accounts),
        };
    }

    private static ClipyardException Ambiguous(IEnumerable<TikTokAccount> accounts) =>
        new(
            FailureCatalogue.Conflict,
            "Several accounts are connected: "
                + string.Join(", ", accounts.Select(account => $"{account.ShownName} ({account.Id})"))
                + "."
        )
        {
            Remedies = ["Say which one with account_id."],
        };
}
