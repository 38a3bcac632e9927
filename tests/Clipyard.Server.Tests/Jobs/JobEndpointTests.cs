using System.Net;
using Clipyard.Server.Jobs;

namespace Clipyard.Server.Tests.Jobs;

public sealed class JobEndpointTests
{
    [Fact]
    public async Task Jobs_come_in_pages_the_newest_first_each_once()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        var jobs = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            jobs.Add((await host.QueueAsync("archive:a", $"{i}"))[0].ToString());
            host.Clock.Advance(TimeSpan.FromSeconds(i % 2));
        }

        var seen = new List<string?>();
        var cursor = "";
        do
        {
            var page = await host.Host.GetAsync($"/api/v1/jobs?limit=2&cursor={cursor}");
            page["total"].GetInt32().ShouldBe(5);
            page["count"].GetInt32().ShouldBe(page["jobs"].GetArrayLength());
            seen.AddRange(page["jobs"].EnumerateArray().Select(job => job.GetProperty("id").GetString()));
            cursor = page["next_cursor"].GetString();
        } while (cursor is not null);

        seen.Order(StringComparer.Ordinal).ShouldBe(jobs.Order(StringComparer.Ordinal));
        seen[0].ShouldBe(jobs[4]);
    }

    [Fact]
    public async Task Jobs_are_found_by_state_and_by_student()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        var jobs = await host.QueueAsync("archive:a", "one", "two");
        await host.StepAsync("archive:a");

        (await host.Host.GetAsync("/api/v1/jobs?state=queued"))["total"].GetInt32().ShouldBe(1);
        (await host.Host.GetAsync("/api/v1/jobs?state=completed&student_id=ada"))["total"].GetInt32().ShouldBe(1);
        (await host.Host.GetAsync("/api/v1/jobs?student_id=grace"))["total"].GetInt32().ShouldBe(0);
        jobs.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("state=done", "state")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=abc", "limit")]
    [InlineData("cursor=nonsense", "cursor")]
    public async Task A_wrong_parameter_is_named(string query, string name)
    {
        await using var host = await JobHost.StartStandingStillAsync();

        var answer = await host.Host.GetAsync($"/api/v1/jobs?{query}");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Code.ShouldBe("invalid_parameter");
        answer["detail"].GetString().ShouldNotBeNull().ShouldContain($"'{name}'");
    }

    [Fact]
    public async Task An_unknown_job_is_404_on_every_route()
    {
        await using var host = await JobHost.StartStandingStillAsync();
        var job = $"/api/v1/jobs/{Guid.NewGuid()}";

        foreach (
            var answer in new[]
            {
                await host.Host.GetAsync(job),
                await host.Host.DeleteAsync(job),
                await host.Host.GetAsync(job + "/events"),
            }
        )
        {
            answer.Status.ShouldBe(HttpStatusCode.NotFound);
            answer.Code.ShouldBe("not_found");
        }
    }

    [Fact]
    public async Task A_job_tells_how_far_its_transfer_is_while_it_runs()
    {
        await using var host = await JobHost.StartAsync();
        var gate = new Gate();
        host.Script.Step = async (step, cancellationToken) =>
        {
            step.Progress.Report(new JobProgress("7000000000000000001", 10, 40, 5, TimeSpan.FromSeconds(6)));
            await gate.PassAsync(cancellationToken);
            return StepOutcome.Done();
        };
        var jobs = await host.QueueAsync("archive:a", "one");
        await gate.ArrivedAsync();

        var answer = await host.Host.GetAsync($"/api/v1/jobs/{jobs[0]}");
        answer["state"].GetString().ShouldBe("running");
        answer["progress.bytes"].GetInt64().ShouldBe(10);
        answer["progress.time_left_ms"].GetInt64().ShouldBe(6_000);
        answer["links.self"].GetString().ShouldBe($"{host.Host.Server.Address}api/v1/jobs/{jobs[0]}");

        gate.Open();
        await host.EndOfAsync(jobs[0]);
        (await host.Host.GetAsync($"/api/v1/jobs/{jobs[0]}"))["progress"]
            .ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task The_engine_says_that_it_is_ready()
    {
        await using var host = await JobHost.StartAsync();

        await host.EngineRunsAsync();

        (await host.CheckEngineAsync()).ShouldBeNull();
    }
}
