using System.Net;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Clipyard.Server.Tests.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Events;

public sealed class EventStreamTests
{
    private const string Lane = "archive:a";

    [Fact]
    public async Task The_stream_tells_what_happens_as_it_happens()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        await using var feed = await EventFeed.OpenAsync(host.Host.Client, "/api/v1/events");

        var jobs = await host.QueueAsync(Lane, "one");
        (await feed.TakeAsync(1))[0].Type.ShouldBe("job.queued");
        await host.StepAsync(Lane);

        (await feed.TakeAsync(2)).Select(e => e.Type).ShouldBe(["job.started", "job.completed"]);
        jobs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task After_a_break_the_stream_goes_on_each_event_once_and_in_order()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        var all = new List<(string Type, string Id)>();
        await using (var feed = await EventFeed.OpenAsync(host.Host.Client, "/api/v1/events"))
        {
            await host.QueueAsync(Lane, [.. Enumerable.Repeat("x", 300)]);
            all.AddRange(await feed.TakeAsync(150));
        }

        await host.StepAsync(Lane);
        await host.Host.RestartAsync();
        await using var again = await EventFeed.OpenAsync(host.Host.Client, "/api/v1/events", all[^1].Id);
        all.AddRange(await again.TakeAsync(152));

        all.Select(e => e.Type).ShouldBe([.. Enumerable.Repeat("job.queued", 300), "job.started", "job.completed"]);
        var ids = all.Select(e => long.Parse(e.Id)).ToList();
        ids.ShouldBe(ids.Order());
        ids.ShouldBeUnique();
    }

    [Fact]
    public async Task Nothing_is_told_that_was_rolled_back()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        await using var feed = await EventFeed.OpenAsync(host.Host.Client, "/api/v1/events");
        await using (var scope = await host.EnterAsync())
        {
            var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(
                TestContext.Current.CancellationToken
            );
            scope.ServiceProvider.GetRequiredService<IJobQueue>().Add(db, ProbeHandler.Kind, Lane, "never", null);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        }

        var jobs = await host.QueueAsync(Lane, "one");

        var next = (await feed.NextAsync()).ShouldNotBeNull();
        next.Data.GetProperty("id").GetGuid().ShouldBe(jobs[0]);
    }

    [Fact]
    public async Task A_job_s_stream_tells_its_story_from_the_beginning_and_ends_with_it()
    {
        await using var host = await JobHost.StartAsync();
        var gate = host.StopAtGate();
        var jobs = await host.QueueAsync(Lane, "one", "two");
        await gate.ArrivedAsync();
        await using var feed = await EventFeed.OpenAsync(host.Host.Client, $"/api/v1/jobs/{jobs[0]}/events");

        gate.Open();
        var told = await feed.TakeAsync();

        told.Select(e => e.Type).ShouldBe(["job.queued", "job.started", "job.completed"]);
        var rest = await host.Host.GetAsync($"/api/v1/jobs/{jobs[0]}/events?last_event_id={told[^1].Id}");
        rest.Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Progress_comes_at_most_four_times_a_second_and_never_after_the_end()
    {
        await using var host = await JobHost.StartAsync();
        var gate = new Gate();
        host.Script.Step = async (step, cancellationToken) =>
        {
            await gate.PassAsync(cancellationToken);
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
            for (var i = 1; i <= 200 && await timer.WaitForNextTickAsync(cancellationToken); i++)
            {
                step.Progress.Report(new JobProgress("7000000000000000001", i, 200, 1, null));
            }

            return StepOutcome.Done();
        };
        var jobs = await host.QueueAsync(Lane, "one");
        await gate.ArrivedAsync();
        await using var feed = await EventFeed.OpenAsync(host.Host.Client, $"/api/v1/jobs/{jobs[0]}/events");

        var began = TimeProvider.System.GetTimestamp();
        gate.Open();
        var progress = new List<long>();
        var last = "";
        while (await feed.NextAsync() is { } next)
        {
            last = next.Type;
            if (next.Type == JobEvents.Progress)
            {
                progress.Add(next.Data.GetProperty("bytes").GetInt64());
            }
        }

        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        progress.Count.ShouldBeInRange(2, (int)(seconds * 4) + 1);
        progress.ShouldBe(progress.Order());
        last.ShouldBe("job.completed");
    }

    [Fact]
    public async Task A_heartbeat_comes_every_fifteen_seconds()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        using var response = await host.Host.Client.GetAsync(
            "/api/v1/events",
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        using var reader = new StreamReader(
            await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)
        );

        await host.AdvanceUntilAsync(TimeSpan.FromSeconds(15), ReadUntilAsync(reader, ": still here"));
    }

    [Fact]
    public async Task A_stream_ends_when_its_key_is_revoked()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        await using var feed = await EventFeed.OpenAsync(host.Host.Client, "/api/v1/events");
        await using (var scope = await host.EnterAsync())
        {
            var now = host.Clock.GetUtcNow();
            await scope
                .ServiceProvider.GetRequiredService<ClipyardDb>()
                .ApiKeys.ExecuteUpdateAsync(
                    set => set.SetProperty(key => key.RevokedAt, now),
                    TestContext.Current.CancellationToken
                );
        }

        var next = feed.NextAsync();
        await host.AdvanceUntilAsync(TimeSpan.FromSeconds(15), next);

        (await next).ShouldBeNull();
    }

    [Fact]
    public async Task A_stopping_server_ends_its_streams_at_once()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        await using var feed = await EventFeed.OpenAsync(host.Host.CreateClient(host.Host.Key), "/api/v1/events");
        var next = feed.NextAsync();

        await host.Host.RestartAsync();

        (await next).ShouldBeNull();
    }

    [Fact]
    public async Task A_position_that_is_none_is_refused()
    {
        await using var host = await JobHost.StartStandingStillAsync();

        var answer = await host.Host.GetAsync("/api/v1/events?last_event_id=yesterday");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Code.ShouldBe("invalid_parameter");
    }

    private static async Task ReadUntilAsync(StreamReader reader, string line)
    {
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } read)
        {
            if (read == line)
            {
                return;
            }
        }

        throw new EndOfStreamException($"The stream ended before '{line}'.");
    }
}
