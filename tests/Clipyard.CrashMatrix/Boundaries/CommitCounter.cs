using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Clipyard.CrashMatrix.Boundaries;

/// <summary>Counts commits: of transactions, and of writing commands outside one.</summary>
internal sealed class CommitCounter(BoundaryCounter counter) : DbTransactionInterceptor, IDbCommandInterceptor
{
    private readonly ConcurrentDictionary<Guid, int> _numbers = [];
    private readonly ConditionalWeakTable<DbTransaction, SortedSet<string>> _writes = [];

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        var what = _writes.TryGetValue(transaction, out var writes) ? string.Join(", ", writes) : "nothing";
        _numbers[eventData.TransactionId] = counter.Begin(BoundaryKind.Commit, what);
        return ValueTask.FromResult(result);
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        End(eventData.TransactionId);
        return Task.CompletedTask;
    }

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Begin(command, eventData.CommandId);
        return ValueTask.FromResult(result);
    }

    public ValueTask<int> NonQueryExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        End(eventData.CommandId);
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Begin(command, eventData.CommandId);
        return ValueTask.FromResult(result);
    }

    // A statement that returns rows takes effect when its reader is closed.
    public InterceptionResult DataReaderDisposing(
        DbCommand command,
        DataReaderDisposingEventData eventData,
        InterceptionResult result
    )
    {
        End(eventData.CommandId);
        return result;
    }

    private void Begin(DbCommand command, Guid id)
    {
        if (Describe(command.CommandText) is not { } what)
        {
            return;
        }

        if (command.Transaction is { } transaction)
        {
            _writes.GetOrCreateValue(transaction).Add(what);
            return;
        }

        _numbers[id] = counter.Begin(BoundaryKind.Commit, what);
    }

    private void End(Guid id)
    {
        if (_numbers.TryRemove(id, out var number))
        {
            counter.End(BoundaryKind.Commit, number);
        }
    }

    /// <summary><c>UPDATE posts</c>; null for what writes nothing.</summary>
    private static string? Describe(string sql)
    {
        var words = sql.Split([' ', '\n', '\r', '"', '('], 8, StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["INSERT", "INTO", var table, ..] => $"INSERT {table}",
            ["DELETE", "FROM", var table, ..] => $"DELETE {table}",
            ["UPDATE", var table, ..] => $"UPDATE {table}",
            _ => null,
        };
    }
}
