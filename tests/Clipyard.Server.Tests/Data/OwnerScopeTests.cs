using Clipyard.Server.Archive;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Data;

public sealed class OwnerScopeTests
{
    private static readonly Owner Ann = new(Guid.NewGuid(), "");
    private static readonly Owner Ben = new(Guid.NewGuid(), "owners/ben/");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_query_without_an_owner_is_an_error_not_an_answer()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await using var scope = host.Server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();

        await Should.ThrowAsync<InvalidOperationException>(() => db.Students.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Each_owner_sees_only_what_is_theirs()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await AddStudentAsync(host, Ann, "1");
        await AddStudentAsync(host, Ben, "1");

        (await StudentsAsync(host, Ann)).ShouldBe([Ann.Id]);
        (await StudentsAsync(host, Ben)).ShouldBe([Ben.Id]);
    }

    [Fact]
    public async Task A_row_of_another_owner_is_not_written()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await using var scope = Enter(host, Ann, out var db);
        db.Students.Add(Student(Ben, "1"));

        await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public void A_scope_does_not_change_its_owner()
    {
        var scope = new OwnerScope();
        scope.Enter(Ann);
        scope.Enter(Ann);

        Should.Throw<InvalidOperationException>(() => scope.Enter(Ben));
    }

    private static Student Student(Owner owner, string id) =>
        new()
        {
            OwnerId = owner.Id,
            StudentId = id,
            Username = "sunny.garden",
        };

    private static async Task AddStudentAsync(ServerHost host, Owner owner, string id)
    {
        await using var scope = Enter(host, owner, out var db);
        db.Students.Add(Student(owner, id));
        await db.SaveChangesAsync(Cancellation);
    }

    private static async Task<Guid[]> StudentsAsync(ServerHost host, Owner owner)
    {
        await using var scope = Enter(host, owner, out var db);
        return await db.Students.Select(student => student.OwnerId).ToArrayAsync(Cancellation);
    }

    private static AsyncServiceScope Enter(ServerHost host, Owner owner, out ClipyardDb db)
    {
        var scope = host.Server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(owner);
        db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        return scope;
    }
}
