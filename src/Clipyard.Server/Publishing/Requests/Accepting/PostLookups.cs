using Clipyard.Failures;
using Clipyard.Server.Accounts;
using Clipyard.Server.Archive;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <summary>What many posts of one request have in common, looked up once.</summary>
internal sealed class PostLookups
{
    private readonly Dictionary<(Guid? Id, PostMode Mode), ConnectedAccount> _accounts = [];
    private readonly Dictionary<(Guid? Id, PostMode Mode), ClipyardException> _refused = [];

    private ClipyardException? _lastRefusal;

    /// <summary>What is kept of the clips that the request names; null: each is asked for by itself.</summary>
    public IReadOnlyDictionary<string, ClipKind>? Clips { get; set; }

    /// <summary>Whether it was the account that this refusal is about.</summary>
    public bool IsOfAccount(ClipyardException refusal) => ReferenceEquals(refusal, _lastRefusal);

    /// <summary>The account, or the refusal, of the first time.</summary>
    /// <exception cref="ClipyardException">As <see cref="PostAccounts.ResolveAsync"/>.</exception>
    public async Task<ConnectedAccount> AccountAsync(
        Guid? accountId,
        PostMode mode,
        PostAccounts accounts,
        CancellationToken cancellationToken
    )
    {
        if (_refused.TryGetValue((accountId, mode), out var refusal))
        {
            throw _lastRefusal = new ClipyardException(refusal.Failure, refusal.Detail) { Remedies = refusal.Remedies };
        }

        if (_accounts.TryGetValue((accountId, mode), out var known))
        {
            return known;
        }

        try
        {
            return _accounts[(accountId, mode)] = await accounts.ResolveAsync(accountId, mode, cancellationToken);
        }
        catch (ClipyardException refused)
        {
            _refused[(accountId, mode)] = _lastRefusal = refused;
            throw;
        }
    }
}
