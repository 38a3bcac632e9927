using Clipyard.Failures;
using Clipyard.Server.Archive;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Data;

public sealed class TurnsTests
{
    private static readonly Owner Ann = new(Guid.NewGuid(), "");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_place_that_is_taken_again_and_again_ends_as_a_conflict()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        await using var scope = Enter(host, out var db);
        await AddAsync(db, "first");
        var turns = 0;

        var refusal = await Should.ThrowAsync<ClipyardException>(() =>
            Turns.RunAsync(
                db,
                "The student",
                async () =>
                {
                    turns++;
                    await AddAsync(db, "second");
                    return true;
                }
            )
        );

        refusal.Failure.ShouldBe(FailureCatalogue.Conflict);
        refusal.RetryAfter.ShouldNotBeNull();
        turns.ShouldBe(6);
    }

    [Fact]
    public async Task A_place_that_is_free_after_two_lost_races_is_taken()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        await using var scope = Enter(host, out var db);
        await AddAsync(db, "first");
        var turns = 0;

        var won = await Turns.RunAsync(
            db,
            "The student",
            async () =>
            {
                turns++;
                if (turns == 3)
                {
                    await db.Students.ExecuteDeleteAsync(Stop); // the other one goes
                }

                await AddAsync(db, "second");
                return turns;
            }
        );

        won.ShouldBe(3);
        (await db.Students.Select(student => student.StudentId).SingleAsync(Stop)).ShouldBe("second");
    }

    [Fact]
    public async Task What_fails_for_another_reason_is_tried_twice_and_is_no_conflict()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        await using var scope = Enter(host, out var db);
        var turns = 0;

        await Should.ThrowAsync<DbUpdateException>(() =>
            Turns.RunAsync(
                db,
                "The file",
                async () =>
                {
                    turns++;
                    db.PostFiles.Add(
                        new PostFile
                        {
                            PostId = Guid.NewGuid(), // there is no such post
                            OwnerId = Ann.Id,
                            Object = "posts/none.mp4",
                            Sha256 = new string('a', 64),
                            ContentType = "video/mp4",
                        }
                    );
                    await db.SaveChangesAsync(Stop);
                    return true;
                }
            )
        );

        turns.ShouldBe(2);
    }

    // Two students of one owner never have one username.
    private static Task AddAsync(ClipyardDb db, string id)
    {
        db.Students.Add(
            new Student
            {
                OwnerId = Ann.Id,
                StudentId = id,
                Username = "sunny.garden",
            }
        );
        return db.SaveChangesAsync(Stop);
    }

    private static AsyncServiceScope Enter(ServerHost host, out ClipyardDb db)
    {
        var scope = host.Server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(Ann);
        db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        return scope;
    }
}
