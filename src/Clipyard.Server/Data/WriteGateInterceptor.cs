using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Clipyard.Server.Data;

/// <summary>
/// Sends every transaction, and every writing command outside one, through the write gate, so that no caller can
/// forget it. The turn ends when the transaction does, at the latest when its connection closes.
/// </summary>
internal sealed class WriteGateInterceptor(IWriteGate gate)
    : DbTransactionInterceptor,
        IDbConnectionInterceptor,
        IDbCommandInterceptor
{
    private readonly ConditionalWeakTable<DbConnection, IDisposable> _turns = [];

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default
    )
    {
        _turns.AddOrUpdate(connection, await gate.EnterAsync(cancellationToken));
        return result;
    }

    public override InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result
    )
    {
        _turns.AddOrUpdate(connection, gate.Enter());
        return result;
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Leave(eventData.Context?.Database.GetDbConnection());
        return Task.CompletedTask;
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) =>
        Leave(eventData.Context?.Database.GetDbConnection());

    public override Task TransactionRolledBackAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Leave(eventData.Context?.Database.GetDbConnection());
        return Task.CompletedTask;
    }

    public override void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) =>
        Leave(eventData.Context?.Database.GetDbConnection());

    // A transaction that is disposed without an end tells nobody; its connection closes with it.
    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        Leave(connection);
        return Task.CompletedTask;
    }

    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Leave(connection);

    public async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        if (command.Transaction is null && command.Connection is { } connection)
        {
            _turns.AddOrUpdate(connection, await gate.EnterAsync(cancellationToken));
        }

        return result;
    }

    public ValueTask<int> NonQueryExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        LeaveOutsideTransaction(command);
        return ValueTask.FromResult(result);
    }

    public Task CommandFailedAsync(
        DbCommand command,
        CommandErrorEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        LeaveOutsideTransaction(command);
        return Task.CompletedTask;
    }

    private void LeaveOutsideTransaction(DbCommand command)
    {
        if (command.Transaction is null && command.Connection is { } connection)
        {
            Leave(connection);
        }
    }

    private void Leave(DbConnection? connection)
    {
        if (connection is not null && _turns.TryGetValue(connection, out var turn))
        {
            _turns.Remove(connection);
            turn.Dispose();
        }
    }
}
