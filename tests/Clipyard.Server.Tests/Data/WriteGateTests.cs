using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Data;

public sealed class WriteGateTests
{
    private static readonly Owner Ann = new(Guid.NewGuid(), "");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Turns_come_in_the_order_of_asking()
    {
        using var gate = new WriteGate();
        var first = await gate.EnterAsync(Cancellation);
        var order = new List<int>();
        var waiting = Enumerable.Range(0, 5).Select(number => EnterAsync(gate, number, order)).ToArray();

        first.Dispose();
        await Task.WhenAll(waiting);

        order.ShouldBe([0, 1, 2, 3, 4]);
    }

    [Fact]
    public async Task A_turn_that_is_given_back_twice_lets_one_in()
    {
        using var gate = new WriteGate();
        var turn = await gate.EnterAsync(Cancellation);
        turn.Dispose();
        turn.Dispose();

        using var second = await gate.EnterAsync(Cancellation);
        gate.EnterAsync(Cancellation).AsTask().IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Many_writers_at_once_all_get_through()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 200),
            Cancellation,
            (number, _) => new(WriteAsync(host, number))
        );

        await using var scope = Enter(host, out var db);
        (await db.AuditLog.CountAsync(Cancellation)).ShouldBe(200);
    }

    [Fact]
    public async Task An_open_transaction_holds_the_turn_until_it_ends_however_it_ends()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await using (Enter(host, out var db))
        {
            await using (await db.Database.BeginTransactionAsync(Cancellation))
            {
                db.AuditLog.Add(Entry(1));
                await db.SaveChangesAsync(Cancellation);
            }

            // Disposed without a commit: nothing was written and the next writer is let in.
            await WriteAsync(host, 2);
            await db.AuditLog.ExecuteUpdateAsync(set => set.SetProperty(e => e.Action, "changed"), Cancellation);
            await WriteAsync(host, 3);
        }

        await using var scope = Enter(host, out var after);
        (await after.AuditLog.OrderBy(e => e.Id).Select(e => e.Subject + e.Action).ToListAsync(Cancellation)).ShouldBe([
            "2changed",
            "3tested",
        ]);
    }

    private static async Task EnterAsync(WriteGate gate, int number, List<int> order)
    {
        using var turn = await gate.EnterAsync(Cancellation);
        order.Add(number);
    }

    private static async Task WriteAsync(ServerHost host, int number)
    {
        await using var scope = Enter(host, out var db);
        db.AuditLog.Add(Entry(number));
        await db.SaveChangesAsync(Cancellation);
    }

    private static AuditEntry Entry(int number) =>
        new()
        {
            OwnerId = Ann.Id,
            Actor = "system",
            Action = "tested",
            Subject = $"{number}",
        };

    private static AsyncServiceScope Enter(ServerHost host, out ClipyardDb db)
    {
        var scope = host.Server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(Ann);
        db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        return scope;
    }
}
