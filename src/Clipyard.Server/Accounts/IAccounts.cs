using Clipyard.TikTokApi;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.Server.Accounts;

/// <summary>The owner's connected accounts, for features that post or read through them.</summary>
internal interface IAccounts
{
    /// <summary>The account that a request means.</summary>
    /// <param name="accountId">Its id; null: the only one that is not disconnected.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <exception cref="Failures.ClipyardException">
    /// <c>not_found</c>: the owner has none of this id; <c>not_connected</c>: there is none, or it is disconnected;
    /// <c>reconnect_needed</c>; <c>conflict</c>: there are several, which the detail names.
    /// </exception>
    Task<ConnectedAccount> ResolveAsync(Guid? accountId, CancellationToken cancellationToken);

    /// <summary>The owner's account of this id, whatever its state; null when there is none.</summary>
    Task<ConnectedAccount?> FindAsync(Guid accountId, CancellationToken cancellationToken);

    /// <summary>Checks that the owner has this account and nobody has disconnected it. It may still need its person.</summary>
    /// <exception cref="Failures.ClipyardException"><c>not_found</c>, <c>not_connected</c>.</exception>
    Task EnsureConnectedAsync(Guid accountId, CancellationToken cancellationToken);

    /// <summary>The owner's accounts that nobody has disconnected, in the order of their connecting.</summary>
    Task<IReadOnlyList<ConnectedAccount>> ListAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Calls TikTok as the account's person: with a token that is refreshed ahead of its end, and once more with a new
    /// one when TikTok refuses it all the same. Not inside a transaction: new tokens are kept in one of their own, which
    /// would wait for that one at the write gate.
    /// </summary>
    /// <param name="accountId">The owner's account.</param>
    /// <param name="scope">What the call needs, from <see cref="TikTokScopes"/>; checked before anything is sent. Null: nothing special.</param>
    /// <param name="call">The call. It runs a second time only after <c>access_token_invalid</c>, which had no effect.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Failures.ClipyardException">
    /// <c>not_connected</c>, <c>reconnect_needed</c>, <c>scope_missing</c>, and whatever the call throws.
    /// </exception>
    Task<T> CallAsync<T>(
        Guid accountId,
        string? scope,
        Func<TikTokApiClient, AccessToken, CancellationToken, Task<T>> call,
        CancellationToken cancellationToken
    );
}
