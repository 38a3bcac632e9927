using System.Data.Common;
using System.Runtime.CompilerServices;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Clipyard.Server.Events;

/// <summary>Tells the observers of new events: after the commit, never before, and not at all after a rollback.</summary>
/// <remarks>Saving always makes a transaction (see <see cref="ClipyardDb"/>), so its commit is the one moment to look at.</remarks>
internal sealed class CommitSignals(IEnumerable<ICommitObserver> observers)
    : SaveChangesInterceptor,
        IDbTransactionInterceptor
{
    private readonly ICommitObserver[] _observers = [.. observers];
    private readonly ConditionalWeakTable<DbContext, List<LoggedEvent>> _pending = [];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Collect(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Collect(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) =>
        Tell(eventData.Context);

    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Tell(eventData.Context);
        return Task.CompletedTask;
    }

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) =>
        Forget(eventData.Context);

    public Task TransactionRolledBackAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Forget(eventData.Context);
        return Task.CompletedTask;
    }

    private void Collect(DbContext? context)
    {
        if (context is not ClipyardDb db)
        {
            return;
        }

        foreach (var entry in db.ChangeTracker.Entries<LoggedEvent>())
        {
            if (entry.State == EntityState.Added)
            {
                _pending.GetOrCreateValue(db).Add(entry.Entity);
            }
        }
    }

    private void Tell(DbContext? context)
    {
        if (context is null || !_pending.TryGetValue(context, out var events))
        {
            return;
        }

        _pending.Remove(context);
        foreach (var logged in events)
        {
            foreach (var observer in _observers)
            {
                observer.Committed(logged);
            }
        }
    }

    private void Forget(DbContext? context)
    {
        if (context is not null)
        {
            _pending.Remove(context);
        }
    }
}
