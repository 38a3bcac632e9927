using Clipyard.Failures;
using Clipyard.Server.Accounts;
using Clipyard.Server.Publishing.Posts;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <summary>Finds the account that a post goes to.</summary>
internal sealed class PostAccounts(IAccounts accounts)
{
    /// <summary>The account of this id, or the only one; it can be used and has granted what the mode needs.</summary>
    /// <exception cref="ClipyardException">
    /// <c>not_found</c>, <c>not_connected</c>, <c>reconnect_needed</c>, <c>conflict</c>, <c>scope_missing</c>.
    /// </exception>
    public async Task<ConnectedAccount> ResolveAsync(
        Guid? accountId,
        PostMode mode,
        CancellationToken cancellationToken
    )
    {
        var account = await accounts.ResolveAsync(accountId, cancellationToken);
        var needed = mode == PostMode.Inbox ? TikTokScopes.VideoUpload : TikTokScopes.VideoPublish;
        if (account.Scopes.Contains(needed))
        {
            return account;
        }

        var what = mode == PostMode.Inbox ? "drafts" : "direct posts";
        throw new ClipyardException(
            FailureCatalogue.ScopeMissing,
            $"The account {account.Username ?? account.Id.ToString()} did not grant {needed}, which {what} need."
        );
    }

    /// <summary>Checks early that there is an account to post to: the one that is named, or any when none is named yet.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>, <c>not_connected</c>, <c>reconnect_needed</c>.</exception>
    public async Task EnsureUsableAsync(Guid? accountId, CancellationToken cancellationToken)
    {
        try
        {
            await accounts.ResolveAsync(accountId, cancellationToken);
        }
        catch (ClipyardException several) when (accountId is null && several.Failure == FailureCatalogue.Conflict)
        {
            // There are some; which one it is may still be said.
        }
    }
}
