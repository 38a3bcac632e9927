using System.Net;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Jobs;

public sealed class CancelTests
{
    private const string Lane = "archive:a";

    [Fact]
    public async Task A_queued_job_is_cancelled_at_once()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        var jobs = await host.QueueAsync(Lane, "one");

        var answer = await host.Host.DeleteAsync($"/api/v1/jobs/{jobs[0]}");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer["state"].GetString().ShouldBe("cancelled");
        await host.StepAsync(Lane);
        host.Script.Begun.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_running_job_stops_within_its_step_and_its_pending_items_say_so()
    {
        await using var host = await JobHost.StartAsync();
        var gate = new Gate();
        host.Script.Step = async (step, cancellationToken) =>
        {
            await AddItemsAsync(host, step.Job);
            await gate.PassAsync(cancellationToken);
            return StepOutcome.Done();
        };
        var jobs = await host.QueueAsync(Lane, "one");
        await gate.ArrivedAsync();

        var answer = await host.Host.SendAsync(
            HttpMethod.Delete,
            $"/api/v1/jobs/{jobs[0]}",
            body: null,
            ("Prefer", "wait=60")
        );

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer["state"].GetString().ShouldBe("cancelled");
        answer["items.0.state"].GetString().ShouldBe("stored");
        answer["items.1.state"].GetString().ShouldBe("cancelled");
    }

    [Fact]
    public async Task A_step_that_comes_to_its_end_all_the_same_is_completed()
    {
        await using var host = await JobHost.StartAsync();
        var gate = new Gate();
        host.Script.Step = async (_, _) =>
        {
            await gate.PassAsync(CancellationToken.None);
            return StepOutcome.Done();
        };
        var jobs = await host.QueueAsync(Lane, "one");
        await gate.ArrivedAsync();

        var answer = await host.Host.SendAsync(
            HttpMethod.Delete,
            $"/api/v1/jobs/{jobs[0]}",
            body: null,
            ("Prefer", "respond-async")
        );
        answer.Status.ShouldBe(HttpStatusCode.Accepted);
        answer["cancel_requested"].GetBoolean().ShouldBeTrue();

        gate.Open();
        (await host.EndOfAsync(jobs[0])).State.ShouldBe(JobState.Completed);
    }

    [Fact]
    public async Task A_step_that_would_go_on_is_the_last_one()
    {
        await using var host = await JobHost.StartAsync();
        var gate = new Gate();
        host.Script.Step = async (_, _) =>
        {
            await gate.PassAsync(CancellationToken.None);
            return StepOutcome.Continue();
        };
        var jobs = await host.QueueAsync(Lane, "one");
        await gate.ArrivedAsync();
        await host.Host.SendAsync(
            HttpMethod.Delete,
            $"/api/v1/jobs/{jobs[0]}",
            body: null,
            ("Prefer", "respond-async")
        );

        gate.Open();

        (await host.EndOfAsync(jobs[0])).State.ShouldBe(JobState.Cancelled);
        host.Script.Begun.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_job_that_has_ended_stays_as_it_ended_however_often_it_is_cancelled()
    {
        await using var host = await JobHost.StartAsync();
        var jobs = await host.QueueAsync(Lane, "one");
        await host.EndOfAsync(jobs[0]);

        for (var i = 0; i < 2; i++)
        {
            var answer = await host.Host.DeleteAsync($"/api/v1/jobs/{jobs[0]}");
            answer.Status.ShouldBe(HttpStatusCode.OK);
            answer["state"].GetString().ShouldBe("completed");
        }
    }

    [Fact]
    public async Task What_waits_behind_a_cancelled_job_comes_next()
    {
        await using var host = await JobHost.StartAsync();
        host.Script.Step = (step, _) =>
            Task.FromResult(
                step.Job.Request == "slow" ? StepOutcome.Continue(TimeSpan.FromHours(1)) : StepOutcome.Done()
            );
        var slow = await host.QueueAsync(Lane, "slow");
        await host.UntilAsync(slow[0], job => job.DueAt > job.CreatedAt + TimeSpan.FromMinutes(30));
        var next = await host.QueueAsync(Lane, "next");

        await host.Host.DeleteAsync($"/api/v1/jobs/{slow[0]}");

        (await host.EndOfAsync(next[0])).State.ShouldBe(JobState.Completed);
    }

    private static async Task AddItemsAsync(JobHost host, Job job)
    {
        await using var scope = await host.EnterAsync();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        db.JobItems.Add(ItemOf(job, position: 0, JobItemState.Stored));
        db.JobItems.Add(ItemOf(job, position: 1, JobItemState.Pending));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static JobItem ItemOf(Job job, int position, JobItemState state) =>
        new()
        {
            JobId = job.Id,
            OwnerId = job.OwnerId,
            Position = position,
            Url = "https://www.tiktok.com/@ada/video/7000000000000000001",
            State = state,
        };
}
