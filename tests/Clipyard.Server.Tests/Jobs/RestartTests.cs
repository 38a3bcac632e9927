using Clipyard.Server.Data;
using Clipyard.Server.Events;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Jobs;

public sealed class RestartTests
{
    private const string Lane = "archive:a";

    [Fact]
    public async Task A_stopped_server_takes_the_step_again_when_it_starts()
    {
        await using var host = await JobHost.StartAsync();
        var gate = host.StopAtGate();
        var jobs = await host.QueueAsync(Lane, "one", "two");
        await gate.ArrivedAsync();

        gate.OpenForNewcomers();
        await host.Host.RestartAsync();

        (await host.EndOfAsync(jobs[1])).State.ShouldBe(JobState.Completed);
        (await host.RowAsync(jobs[0])).State.ShouldBe(JobState.Completed);
        host.Script.Begun.ShouldBe(["one", "one", "two"]);
    }

    [Fact]
    public async Task A_step_that_is_stopped_leaves_its_job_as_it_was_and_free_for_the_next()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        var gate = host.StopAtGate();
        var jobs = await host.QueueAsync(Lane, "one");
        using var stopping = new CancellationTokenSource();
        var step = host.StepUntilAsync(Lane, stopping.Token);
        await gate.ArrivedAsync();

        await stopping.CancelAsync();
        await step;

        var row = await host.RowAsync(jobs[0]);
        (row.State, row.LeaseHolder, row.FailedSteps).ShouldBe((JobState.Running, null, 0));
    }

    [Fact]
    public async Task The_lease_of_a_killed_start_on_the_same_folder_does_not_count()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        var jobs = await host.QueueAsync(Lane, "one");
        await SetLeaseAsync(host, host.Host.Server.Services.GetRequiredService<NodeName>().Folder + "killed");

        await host.Host.RestartAsync();
        await host.StepAsync(Lane);

        (await host.RowAsync(jobs[0])).State.ShouldBe(JobState.Completed);
    }

    [Fact]
    public async Task The_lease_of_somebody_else_counts_until_it_lapses()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        var jobs = await host.QueueAsync(Lane, "one");
        await SetLeaseAsync(host, "another-machine");

        (await host.StepAsync(Lane)).ShouldBeNull();
        host.Clock.Advance(TimeSpan.FromSeconds(29));
        (await host.StepAsync(Lane)).ShouldBeNull();
        host.Script.Begun.ShouldBeEmpty();

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.StepAsync(Lane);
        (await host.RowAsync(jobs[0])).State.ShouldBe(JobState.Completed);
    }

    [Fact]
    public async Task A_long_step_renews_its_lease()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        var gate = host.StopAtGate();
        var jobs = await host.QueueAsync(Lane, "one");
        var step = host.StepAsync(Lane);
        await gate.ArrivedAsync();
        var first = (await host.RowAsync(jobs[0])).LeaseUntil;

        host.Clock.Advance(Leases.Renewal);

        await host.UntilAsync(jobs[0], job => job.LeaseUntil > first);
        gate.Open();
        await step;
    }

    [Fact]
    public async Task Finished_jobs_are_forgotten_after_thirty_days_with_their_items_and_events_after_seven()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        var jobs = await host.QueueAsync(Lane, "done", "waiting");
        await host.StepAsync(Lane);
        await TellAsync(host); // an event that is still to be told to webhooks stays

        host.Clock.Advance(TimeSpan.FromDays(8));
        await host.SweepAsync<FinishedJobSweep>();
        await host.SweepAsync<OldEventSweep>();
        (await CountAsync(host)).ShouldBe((2, 0));

        host.Clock.Advance(TimeSpan.FromDays(23));
        await host.SweepAsync<FinishedJobSweep>();
        (await CountAsync(host)).ShouldBe((1, 0));
        jobs.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_lost_wake_up_is_swept_up()
    {
        await using var host = await JobHost.StartAsync();
        var jobs = await host.QueueSilentlyAsync(Lane, "one");

        await host.SweepAsync<LaneSweep>();

        (await host.EndOfAsync(jobs[0])).State.ShouldBe(JobState.Completed);
    }

    private static async Task TellAsync(JobHost host)
    {
        await using var scope = await host.EnterAsync();
        await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Events.ExecuteUpdateAsync(
                set => set.SetProperty(logged => logged.UntoldSince, (DateTimeOffset?)null),
                TestContext.Current.CancellationToken
            );
    }

    private static async Task<(int Jobs, int Events)> CountAsync(JobHost host)
    {
        await using var scope = await host.EnterAsync();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        return (
            await db.Jobs.CountAsync(TestContext.Current.CancellationToken),
            await db.Events.CountAsync(TestContext.Current.CancellationToken)
        );
    }

    private static async Task SetLeaseAsync(JobHost host, string holder)
    {
        await using var scope = await host.EnterAsync();
        var until = host.Clock.GetUtcNow() + Leases.Length;
        await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Jobs.ExecuteUpdateAsync(
                set =>
                    set.SetProperty(j => j.State, JobState.Running)
                        .SetProperty(j => j.LeaseHolder, holder)
                        .SetProperty(j => j.LeaseUntil, until),
                TestContext.Current.CancellationToken
            );
    }
}
