using Clipyard.Failures;
using Clipyard.Server.Jobs;

namespace Clipyard.Server.Tests.Jobs;

public sealed class LaneTests
{
    private const string Lane = "archive:a";

    [Fact]
    public async Task A_lane_does_one_job_at_a_time()
    {
        await using var host = await JobHost.StartAsync();
        host.Script.Step = async (_, _) =>
        {
            await Task.Yield();
            return StepOutcome.Done();
        };

        foreach (var job in await host.QueueAsync(Lane, [.. Enumerable.Repeat("x", 20)]))
        {
            (await host.EndOfAsync(job)).State.ShouldBe(JobState.Completed);
        }

        host.Script.Begun.Count.ShouldBe(20);
        host.Script.Most.ShouldBe(1);
    }

    [Fact]
    public async Task A_lane_does_the_oldest_job_first()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        string[] requests = ["one", "two", "three"];
        foreach (var request in requests)
        {
            await host.QueueAsync(Lane, request);
            host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        while (await host.StepAsync(Lane) is not null) { }

        host.Script.Begun.ShouldBe(requests);
    }

    [Fact]
    public async Task Different_lanes_work_side_by_side()
    {
        await using var host = await JobHost.StartAsync();
        var gate = host.StopAtGate();

        var one = await host.QueueAsync("archive:a", "one");
        var other = await host.QueueAsync("archive:b", "other");
        await gate.ArrivedAsync(2);
        gate.Open();

        (await host.EndOfAsync(one[0])).State.ShouldBe(JobState.Completed);
        (await host.EndOfAsync(other[0])).State.ShouldBe(JobState.Completed);
    }

    [Fact]
    public async Task At_most_eight_lanes_fetch_at_once_and_the_others_follow()
    {
        await using var host = await JobHost.StartAsync();
        var gate = host.StopAtGate();
        var jobs = new List<Guid>();
        for (var i = 0; i < 12; i++)
        {
            jobs.AddRange(await host.QueueAsync($"archive:{i}", $"{i}"));
        }

        await gate.ArrivedAsync(8);
        await host.LanesWaitAsync(4);
        gate.Open();
        foreach (var job in jobs)
        {
            (await host.EndOfAsync(job)).State.ShouldBe(JobState.Completed);
        }

        host.Script.Most.ShouldBe(8);
    }

    [Fact]
    public async Task Lanes_that_wait_for_a_fetch_keep_no_other_lane_waiting()
    {
        await using var host = await JobHost.StartAsync();
        var gate = host.StopAtGate();
        for (var i = 0; i < 80; i++)
        {
            await host.QueueAsync($"archive:{i}", "fetch");
        }

        await gate.ArrivedAsync(8);
        host.Script.Step = (_, _) => Task.FromResult(StepOutcome.Done());
        var other = await host.QueueAsync($"{JobHost.OtherKind}a", "other");

        (await host.EndOfAsync(other[0])).State.ShouldBe(JobState.Completed);
        gate.Open();
    }

    [Fact]
    public async Task A_job_is_left_alone_until_it_is_due()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        var outcomes = new Queue<StepOutcome>([StepOutcome.Continue(TimeSpan.FromHours(1)), StepOutcome.Done()]);
        host.Script.Step = (_, _) => Task.FromResult(outcomes.Dequeue());
        var jobs = await host.QueueAsync(Lane, "one");

        var due = await host.StepAsync(Lane);
        due.ShouldBe(host.Clock.GetUtcNow() + TimeSpan.FromHours(1));
        (await host.StepAsync(Lane)).ShouldBe(due);
        host.Script.Begun.Count.ShouldBe(1);

        host.Clock.Advance(TimeSpan.FromHours(1));
        (await host.StepAsync(Lane)).ShouldBeNull();
        (await host.RowAsync(jobs[0])).State.ShouldBe(JobState.Completed);
    }

    [Fact]
    public async Task A_job_between_two_steps_keeps_its_lane()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        host.Script.Step = (_, _) => Task.FromResult(StepOutcome.Continue(TimeSpan.FromMinutes(1)));
        await host.QueueAsync(Lane, "one", "two");

        await host.StepAsync(Lane);
        await host.StepAsync(Lane);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.StepAsync(Lane);

        host.Script.Begun.ShouldBe(["one", "one"]);
    }

    [Fact]
    public async Task A_lane_whose_job_is_being_worked_on_is_left_alone()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        var gate = host.StopAtGate();
        await host.QueueAsync(Lane, "one");
        var step = host.StepAsync(Lane);
        await gate.ArrivedAsync();

        (await host.StepAsync(Lane)).ShouldBeNull();

        gate.Open();
        await step;
        host.Script.Begun.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_named_failure_ends_the_job_with_its_code()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        host.Script.Step = (_, _) => throw new ClipyardException(FailureCatalogue.PrivateAccount, "@ada is private.");
        var jobs = await host.QueueAsync(Lane, "one");

        await host.StepAsync(Lane);

        var answer = await host.Host.GetAsync($"/api/v1/jobs/{jobs[0]}");
        answer["state"].GetString().ShouldBe("failed");
        answer["failure.code"].GetString().ShouldBe("private_account");
        answer["failure.detail"].GetString().ShouldBe("@ada is private.");
    }

    [Fact]
    public async Task An_unforeseen_error_is_tried_three_times_and_then_said()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        host.Script.Step = (_, _) => throw new InvalidOperationException("secret words");
        var jobs = await host.QueueAsync(Lane, "one");

        for (var i = 0; i < 5; i++)
        {
            await host.StepAsync(Lane);
            host.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        host.Script.Begun.Count.ShouldBe(3);
        var row = await host.RowAsync(jobs[0]);
        row.State.ShouldBe(JobState.Failed);
        row.FailureCode.ShouldBe("internal_error");
        row.FailureDetail.ShouldNotBeNull().ShouldNotContain("secret words");
    }

    [Fact]
    public async Task A_step_that_succeeds_makes_earlier_errors_forgotten()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        var steps = 0;
        host.Script.Step = (_, _) =>
            ++steps is 3 or 6 ? Task.FromResult(StepOutcome.Continue())
            : steps == 9 ? Task.FromResult(StepOutcome.Done())
            : throw new InvalidOperationException("now and then");
        var jobs = await host.QueueAsync(Lane, "one");

        for (var i = 0; i < 9; i++)
        {
            await host.StepAsync(Lane);
            host.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        (await host.RowAsync(jobs[0])).State.ShouldBe(JobState.Completed);
    }

    [Fact]
    public async Task What_a_step_left_unsaved_is_saved_with_its_outcome()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        host.Script.Step = (step, _) =>
        {
            (step.Job.TotalItems, step.Job.DoneItems) = (3, 2);
            return Task.FromResult(StepOutcome.Done("""{"stored":2}"""));
        };
        var jobs = await host.QueueAsync(Lane, "one");

        await host.StepAsync(Lane);

        var answer = await host.Host.GetAsync($"/api/v1/jobs/{jobs[0]}");
        answer["total"].GetInt32().ShouldBe(3);
        answer["done"].GetInt32().ShouldBe(2);
        answer["result.stored"].GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_thousand_queued_jobs_are_all_done()
    {
        await using var host = await JobHost.StartAsync();
        var jobs = new List<Guid>();
        for (var lane = 0; lane < 50; lane++)
        {
            jobs.AddRange(await host.QueueAsync($"archive:{lane}", [.. Enumerable.Repeat("x", 20)]));
        }

        foreach (var job in jobs)
        {
            (await host.EndOfAsync(job)).State.ShouldBe(JobState.Completed);
        }

        host.Script.Begun.Count.ShouldBe(1_000);
        host.Script.Most.ShouldBeLessThanOrEqualTo(8);
    }
}
