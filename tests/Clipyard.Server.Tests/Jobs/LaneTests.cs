using Clipyard.Server.Jobs;

namespace Clipyard.Server.Tests.Jobs;

public sealed class LaneTests
{
    [Fact]
    public async Task A_queued_job_is_done_by_the_engine()
    {
        await using var host = await JobHost.StartAsync();
        var jobs = await host.QueueAsync("archive:a", "one", "two");

        (await host.EndOfAsync(jobs[1])).State.ShouldBe(JobState.Completed);

        (await host.RowAsync(jobs[0])).State.ShouldBe(JobState.Completed);
        host.Script.Begun.ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task A_job_is_left_alone_until_it_is_due()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        var clock = host.Clock.ShouldNotBeNull();
        host.Script.Step = (step, _) =>
            Task.FromResult(
                step.Job.FailedSteps == 0 && host.Script.Begun.Count == 1
                    ? StepOutcome.Continue(TimeSpan.FromHours(1))
                    : StepOutcome.Done()
            );
        var jobs = await host.QueueAsync("archive:a", "one");

        var due = await host.StepAsync("archive:a");
        due.ShouldBe(clock.GetUtcNow() + TimeSpan.FromHours(1));
        (await host.StepAsync("archive:a")).ShouldBe(due);
        host.Script.Begun.Count.ShouldBe(1);

        clock.Advance(TimeSpan.FromHours(1));
        (await host.StepAsync("archive:a")).ShouldBeNull();
        (await host.RowAsync(jobs[0])).State.ShouldBe(JobState.Completed);
    }
}
