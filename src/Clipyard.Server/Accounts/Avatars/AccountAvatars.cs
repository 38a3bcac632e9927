using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.TikTokApi.OAuth;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Accounts.Avatars;

/// <summary>
/// Pictures of the owner's accounts. Pages may load none from TikTok's hosts: that would tell TikTok who looks at what.
/// </summary>
internal sealed class AccountAvatars(ClipyardDb db, IAccounts accounts, AvatarShelf shelf, AvatarFetch fetch)
{
    /// <exception cref="ClipyardException">
    /// <c>not_found</c>: the owner has no such account, or it no picture; <c>network_error</c>, <c>unsupported_media</c>,
    /// and what TikTok refuses with.
    /// </exception>
    public async Task<Avatar> GetAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var account =
            await db.Set<TikTokAccount>()
                .AsNoTracking()
                .SingleOrDefaultAsync(row => row.Id == accountId, cancellationToken)
            ?? throw Reasons.NotFound();
        if (shelf.Find(accountId) is { } known)
        {
            return known.PictureOrThrow();
        }

        try
        {
            var picture = await FetchAsync(account, cancellationToken);
            shelf.Keep(accountId, new ShelvedAvatar(picture, Failure: null));
            return picture;
        }
        catch (ClipyardException error)
        {
            shelf.Keep(accountId, new ShelvedAvatar(Picture: null, error));
            throw;
        }
    }

    /// <summary>TikTok just named the account's picture: if it is another one, it is shown from now on.</summary>
    public async Task LearnAsync(Guid accountId, string? address, CancellationToken cancellationToken)
    {
        if (address is null)
        {
            return;
        }

        var known = await db.Set<TikTokAccount>()
            .Where(account => account.Id == accountId)
            .Select(account => account.AvatarUrl)
            .SingleOrDefaultAsync(cancellationToken);
        if (PathOf(known) != PathOf(address))
        {
            await SaveAsync(accountId, address, cancellationToken);
            shelf.Drop(accountId);
        }
    }

    private async Task<Avatar> FetchAsync(TikTokAccount account, CancellationToken cancellationToken)
    {
        if (account.AvatarUrl is { } address)
        {
            try
            {
                return await fetch.GetAsync(address, cancellationToken);
            }
            catch (ClipyardException error) when (error.Failure == FailureCatalogue.NetworkError && CanAsk(account))
            {
                // Most likely the address has lapsed: it is good for some hours.
            }
        }

        return CanAsk(account) && await AskAsync(account, cancellationToken) is { } fresh
            ? await fetch.GetAsync(fresh, cancellationToken)
            : throw new ClipyardException(FailureCatalogue.NotFound, "TikTok shows no picture of the account.");
    }

    private static bool CanAsk(TikTokAccount account) =>
        account.State == AccountState.Connected && account.Granted.Contains(TikTokScopes.UserInfoBasic);

    private async Task<string?> AskAsync(TikTokAccount account, CancellationToken cancellationToken)
    {
        var user = await accounts.CallAsync(
            account.Id,
            TikTokScopes.UserInfoBasic,
            (client, token, stop) => client.Users.GetAsync(token, account.Granted, stop),
            cancellationToken
        );
        if (user.AvatarUrl is { } address)
        {
            await SaveAsync(account.Id, address, cancellationToken);
        }

        return user.AvatarUrl;
    }

    private Task<int> SaveAsync(Guid accountId, string address, CancellationToken cancellationToken) =>
        db.Set<TikTokAccount>()
            .Where(account => account.Id == accountId)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.AvatarUrl, address), cancellationToken);

    // Which picture it is; host and query are which copy of it, and until when.
    private static string? PathOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.AbsolutePath : null;
}
