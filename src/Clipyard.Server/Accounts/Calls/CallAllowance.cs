using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Accounts.Calls;

/// <inheritdoc cref="ICallAllowance"/>
/// <remarks>In scopes of its own: what was taken stays taken, whatever becomes of the caller's transaction.</remarks>
internal sealed class CallAllowance(IServiceScopeFactory scopes, TimeProvider time) : ICallAllowance
{
    public async Task<DateTimeOffset?> TakeAsync(
        string openId,
        TikTokCall call,
        int count,
        CancellationToken cancellationToken
    )
    {
        var limit = CallLimits.Of(call);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, limit);
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
            var record = await FindAsync(db, openId, call, cancellationToken);
            var now = time.GetUtcNow();
            var window = new CallWindow(record?.Instants, now);
            if (window.Count + count > limit)
            {
                return window.FreeAt(window.Count + count - limit);
            }

            window.Add(count);
            if (await TryWriteAsync(db, record, openId, call, window, now, cancellationToken))
            {
                return null;
            }
        }
    }

    public async Task<int> LeftAsync(string openId, TikTokCall call, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var record = await FindAsync(db, openId, call, cancellationToken);
        return Math.Max(0, CallLimits.Of(call) - new CallWindow(record?.Instants, time.GetUtcNow()).Count);
    }

    private static Task<CallRecord?> FindAsync(
        ClipyardDb db,
        string openId,
        TikTokCall call,
        CancellationToken cancellationToken
    ) =>
        db.Set<CallRecord>()
            .AsNoTracking()
            .SingleOrDefaultAsync(record => record.OpenId == openId && record.Call == call, cancellationToken);

    /// <returns>Whether nobody else has written meanwhile.</returns>
    private static async Task<bool> TryWriteAsync(
        ClipyardDb db,
        CallRecord? record,
        string openId,
        TikTokCall call,
        CallWindow window,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var instants = window.ToBytes();
        if (record is not null)
        {
            var written = await db.Set<CallRecord>()
                .Where(r => r.OpenId == openId && r.Call == call && r.Version == record.Version)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(r => r.Instants, instants)
                            .SetProperty(r => r.Version, r => r.Version + 1)
                            .SetProperty(r => r.ChangedAt, now),
                    cancellationToken
                );
            return written > 0;
        }

        db.Add(
            new CallRecord
            {
                OpenId = openId,
                Call = call,
                Instants = instants,
                ChangedAt = now,
            }
        );
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Somebody made the row meanwhile; if it is not that, the next look fails for the same reason.
            if (await FindAsync(db, openId, call, cancellationToken) is null)
            {
                throw;
            }

            return false;
        }
    }
}
