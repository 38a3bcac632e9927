using Clipyard.Server.Accounts.App;
using Clipyard.Server.Accounts.Calls;
using Clipyard.Server.Accounts.Tokens;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Accounts.Connecting;

/// <summary>
/// Forgets attempts that nobody came back to, and counts of calls that count no longer. What TikTok gave for a question
/// that nobody answered is given back.
/// </summary>
internal sealed class OldAttemptSweep(
    ClipyardDb db,
    TikTokApp app,
    TokenBox box,
    Revocation revocation,
    TimeProvider time
) : ISweep
{
    private static readonly TimeSpan CallsKept = TimeSpan.FromDays(1);

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (app.IsConfigured)
        {
            await GiveBackAsync(now, cancellationToken);
        }

        await Old(now).ExecuteDeleteAsync(cancellationToken);
        var unused = now - CallsKept;
        await db.Set<CallRecord>().Where(record => record.ChangedAt <= unused).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task GiveBackAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var unanswered = await Old(now)
            .AsNoTracking()
            .Where(attempt => attempt.Pending != null)
            .ToListAsync(cancellationToken);
        foreach (var attempt in unanswered)
        {
            // Whoever deletes the row gives its tokens back: the person may be answering at this moment.
            var isOurs = await Old(now).Where(a => a.Id == attempt.Id).ExecuteDeleteAsync(cancellationToken);
            if (
                isOurs > 0
                && box.TryOpenText(PendingConnection.Purpose, attempt.Id, attempt.Pending, out var text)
                && PendingConnection.Parse(text) is { } pending
            )
            {
                await revocation.TryRevokeAsync(pending.OpenId, pending.Tokens().AccessToken, cancellationToken);
            }
        }
    }

    private IQueryable<ConnectAttempt> Old(DateTimeOffset now) =>
        db.Set<ConnectAttempt>().IgnoreQueryFilters(QueryFilters.OwnerOnly).Where(attempt => attempt.ExpiresAt <= now);
}
