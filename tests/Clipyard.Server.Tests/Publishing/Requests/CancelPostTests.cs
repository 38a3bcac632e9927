using System.Net;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Tests.Publishing.Requests;

public sealed class CancelPostTests
{
    [Theory]
    [InlineData("Preparing")]
    [InlineData("AwaitingApproval")]
    [InlineData("Scheduled")]
    [InlineData("Queued")]
    public async Task A_post_that_has_not_begun_to_go_out_is_cancelled_and_once_more_is_harmless(string state)
    {
        await using var host = await PostHost.StartAsync();
        var id = await AskAsync(host, Enum.Parse<PostState>(state));

        var cancelled = await host.DoAsync(id, "cancel");
        var again = await host.DoAsync(id, "cancel");

        cancelled.Status.ShouldBe(HttpStatusCode.OK, cancelled.Text);
        cancelled["success"].GetBoolean().ShouldBeTrue();
        cancelled["state"].GetString().ShouldBe("cancelled");
        cancelled["status"].GetString().ShouldBe("FAILED");
        again.Status.ShouldBe(HttpStatusCode.OK);
        (await host.GetAsync(id))["success"].GetBoolean().ShouldBeFalse();
        (await host.RowAsync(id)).Lane.ShouldBeNull();
        (await host.AuditedAsync()).Count(action => action == "post.cancelled").ShouldBe(1);
    }

    [Theory]
    [InlineData("Initialising")]
    [InlineData("Uploading")]
    public async Task While_it_goes_out_its_open_attempt_is_given_up_with_it(string state)
    {
        await using var host = await PostHost.StartAsync();
        var id = await OnItsWayAsync(host, Enum.Parse<PostState>(state));
        var attempt = await host.AttemptAsync(id, AttemptState.Open);

        var cancelled = await host.DoAsync(id, "cancel");

        cancelled["state"].GetString().ShouldBe("cancelled");
        var row = await host.AttemptRowAsync(attempt);
        row.State.ShouldBe(AttemptState.Abandoned);
        row.End.ShouldBe(AttemptEnds.Cancelled);
        row.EndedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Once_the_end_of_the_file_may_be_with_TikTok_it_is_too_late()
    {
        await using var host = await PostHost.StartAsync();
        var id = await OnItsWayAsync(host, PostState.Uploading);
        var attempt = await host.AttemptAsync(id, AttemptState.Committed);

        var refused = await host.DoAsync(id, "cancel");

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Code.ShouldBe("not_cancellable");
        (await host.RowAsync(id)).State.ShouldBe(PostState.Uploading);
        (await host.AttemptRowAsync(attempt)).State.ShouldBe(AttemptState.Committed);
    }

    [Theory]
    [InlineData("Processing")]
    [InlineData("InInbox")]
    [InlineData("Published")]
    public async Task What_TikTok_has_is_not_cancelled(string state)
    {
        await using var host = await PostHost.StartAsync();
        var id = await OnItsWayAsync(host, PostState.Uploading);
        await host.MoveAsync(id, Enum.Parse<PostState>(state));

        (await host.DoAsync(id, "cancel")).Code.ShouldBe("not_cancellable");
    }

    [Fact]
    public async Task Of_a_cancel_and_a_commit_at_the_same_time_exactly_one_wins()
    {
        await using var host = await PostHost.StartAsync();
        for (var round = 0; round < 10; round++)
        {
            var id = await OnItsWayAsync(host, PostState.Uploading);
            var attempt = await host.AttemptAsync(id, AttemptState.Open);

            var committing = CommitAsync(host, id, attempt);
            var cancelled = await host.DoAsync(id, "cancel");
            var committed = await committing;

            var row = await host.AttemptRowAsync(attempt);
            (cancelled.Status == HttpStatusCode.OK).ShouldBe(!committed, cancelled.Text);
            row.State.ShouldBe(committed ? AttemptState.Committed : AttemptState.Abandoned);
            (await host.RowAsync(id)).State.ShouldBe(committed ? PostState.Uploading : PostState.Cancelled);
        }
    }

    [Fact]
    public async Task A_step_that_works_on_it_is_told_to_stop()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.AskForDraftAsync();
        using var step = host.BeginStep(id);

        await host.DoAsync(id, "cancel");

        step.IsCancellationRequested.ShouldBeTrue();
    }

    // As the sender does before the last chunk: the attempt and its post in one save, or nothing.
    private static async Task<bool> CommitAsync(PostHost host, Guid postId, long attemptId)
    {
        try
        {
            await host.ChangeAsync(
                postId,
                (post, db, log) =>
                {
                    var attempt = db.PostAttempts.Single(row => row.Id == attemptId);
                    if (attempt.State != AttemptState.Open)
                    {
                        throw new InvalidOperationException("It was given up.");
                    }

                    attempt.State = AttemptState.Committed;
                    log.Note(post, PostEventTypes.Committed);
                }
            );
            return true;
        }
        catch (Exception error)
            when (error is InvalidOperationException or Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private static async Task<Guid> OnItsWayAsync(PostHost host, PostState state)
    {
        var id = await host.PreparedAsync();
        await host.MoveAsync(id, PostState.Initialising);
        if (state != PostState.Initialising)
        {
            await host.MoveAsync(id, state);
        }

        return id;
    }

    private static async Task<Guid> AskAsync(PostHost host, PostState state)
    {
        var id = state switch
        {
            PostState.Preparing => await host.AskForDraftAsync(),
            PostState.AwaitingApproval => await host.PreparedAsync(approval: true),
            PostState.Scheduled => await host.PreparedAsync(scheduleTime: "2026-12-01T18:00:00Z"),
            _ => await host.PreparedAsync(),
        };
        (await host.RowAsync(id)).State.ShouldBe(state);
        return id;
    }
}
