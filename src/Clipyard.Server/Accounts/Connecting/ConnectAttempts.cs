using Clipyard.Failures;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Accounts.Connecting;

/// <summary>Finds attempts by what a browser brings along, before it is known whose they are.</summary>
internal sealed class ConnectAttempts(ClipyardDb db, TimeProvider time)
{
    /// <summary>
    /// The attempt of a state, used up by this: the next one with the same state is refused. From here the scope works
    /// for its owner.
    /// </summary>
    /// <exception cref="ClipyardException"><c>invalid_state</c>: unknown, used, too old, or another browser's.</exception>
    public async Task<(ConnectAttempt Attempt, string OwnerName)> TakeAsync(
        string? state,
        string? browser,
        CancellationToken cancellationToken
    )
    {
        var hash = state is { Length: > 0 } ? ConnectStart.HashOf(state) : throw Invalid("it has none");
        var found = await All().Where(row => row.Attempt.StateHash == hash).SingleOrDefaultAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (found is not { Attempt: { UsedAt: null } attempt } || attempt.ExpiresAt <= now)
        {
            throw Invalid("it is unknown, was used already, or is older than ten minutes");
        }

        if (!attempt.AsksFirst && !BrowserMark.Fits(attempt.BrowserHash, browser))
        {
            throw Invalid("it was begun in another browser");
        }

        db.Scope.Enter(new Owner(attempt.OwnerId, found.StorePrefix));
        var taken = await db.Set<ConnectAttempt>()
            .Where(a => a.Id == attempt.Id && a.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.UsedAt, now), cancellationToken);
        return taken > 0 ? (attempt, found.OwnerName) : throw Invalid("it was used already");
    }

    /// <summary>
    /// The attempt whose question a browser answers, and gone with it: a question is answered once. From here the scope
    /// works for its owner.
    /// </summary>
    /// <exception cref="ClipyardException"><c>invalid_state</c>.</exception>
    public async Task<ConnectAttempt> TakeAnsweredAsync(
        Guid attemptId,
        string? proof,
        string? browser,
        CancellationToken cancellationToken
    )
    {
        var found = await All().Where(row => row.Attempt.Id == attemptId).SingleOrDefaultAsync(cancellationToken);
        if (
            found is not { Attempt: { } attempt }
            || attempt.ExpiresAt <= time.GetUtcNow()
            || !BrowserMark.Fits(attempt.ProofHash, proof)
            || !BrowserMark.Fits(attempt.BrowserHash, browser)
        )
        {
            throw Invalid("the question is unknown, was answered already, or is older than ten minutes");
        }

        db.Scope.Enter(new Owner(attempt.OwnerId, found.StorePrefix));
        var taken = await db.Set<ConnectAttempt>().Where(a => a.Id == attempt.Id).ExecuteDeleteAsync(cancellationToken);
        return taken > 0 ? attempt : throw Invalid("the question was answered already");
    }

    /// <summary>Keeps what TikTok gave until the question is answered.</summary>
    public Task<int> AskAsync(
        Guid attemptId,
        string browser,
        string proof,
        string pending,
        CancellationToken cancellationToken
    )
    {
        var (browserHash, proofHash) = (BrowserMark.Hash(browser), BrowserMark.Hash(proof));
        var expiresAt = time.GetUtcNow() + BrowserMark.Lifetime;
        return db.Set<ConnectAttempt>()
            .Where(attempt => attempt.Id == attemptId)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(a => a.BrowserHash, browserHash)
                        .SetProperty(a => a.ProofHash, proofHash)
                        .SetProperty(a => a.Pending, pending)
                        .SetProperty(a => a.ExpiresAt, expiresAt),
                cancellationToken
            );
    }

    private IQueryable<FoundAttempt> All() =>
        from attempt in db.Set<ConnectAttempt>().AsNoTracking().IgnoreQueryFilters(QueryFilters.OwnerOnly)
        join person in db.Users on attempt.OwnerId equals person.Id
        select new FoundAttempt
        {
            Attempt = attempt,
            OwnerName = person.UserName ?? "",
            StorePrefix = person.StorePrefix,
        };

    private static ClipyardException Invalid(string why) => new(FailureCatalogue.InvalidState, $"Refused: {why}.");
}
