using System.Net;
using System.Text.Json;
using Clipyard.Server.Tests.Events;
using Clipyard.Server.Tests.Identity;

namespace Clipyard.Server.Tests.Tasks;

public sealed class WorkTests
{
    [Fact]
    public async Task A_task_goes_its_way_from_submitted_to_completed()
    {
        await using var host = await TaskHost.StartAsync();
        var id = await host.TaskAsync(new { title = "A clip", description = "Thirty seconds" });

        var made = await host.Server.GetAsync($"/api/v1/tasks/{id}");
        await host.PatchAsync(id, new { state = "planning" });
        await host.PatchAsync(id, new { state = "in_progress" });
        host.Publishing.Clock.Advance(TimeSpan.FromMinutes(1));
        var done = await host.PatchAsync(
            id,
            new { state = "completed", output_data = new { text = "Grüße", n = 1.50 } }
        );

        made["state"].GetString().ShouldBe("submitted");
        made["completed_at"].ValueKind.ShouldBe(JsonValueKind.Null);
        made["output_data"].ValueKind.ShouldBe(JsonValueKind.Null);
        done["state"].GetString().ShouldBe("completed", done.Text);
        done["revision"].GetInt32().ShouldBe(4);
        done["description"].GetString().ShouldBe("Thirty seconds");
        done["output_data.text"].GetString().ShouldBe("Grüße");
        done["completed_at"].GetDateTimeOffset().ShouldBe(done["updated_at"].GetDateTimeOffset());
        (
            done["completed_at"].GetDateTimeOffset() - made["created_at"].GetDateTimeOffset()
        ).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(59));
    }

    [Theory]
    [InlineData("completed", "in_progress", "has ended")]
    [InlineData("cancelled", "planning", "has ended")]
    [InlineData("failed", "completed", "planning, in_progress, cancelled")]
    [InlineData("planning", "submitted", "in_progress, completed, failed, cancelled")]
    public async Task A_way_that_the_states_do_not_have_is_refused_and_the_ways_are_named(
        string from,
        string to,
        string ways
    )
    {
        await using var host = await TaskHost.StartAsync();
        var id = await host.TaskAsync(new { title = "A clip", state = from });

        var answer = await host.PatchAsync(id, new { state = to, title = "Another" });

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Code.ShouldBe("conflict");
        answer["remedy"].GetString()!.ShouldContain(ways);
        var after = await host.Server.GetAsync($"/api/v1/tasks/{id}");
        after["state"].GetString().ShouldBe(from);
        after["title"].GetString().ShouldBe("A clip");
    }

    [Fact]
    public async Task A_change_of_another_revision_is_refused()
    {
        await using var host = await TaskHost.StartAsync();
        var id = await host.TaskAsync(new { title = "A clip" });
        await host.PatchAsync(id, new { title = "Changed", revision = 1 });

        var late = await host.PatchAsync(id, new { title = "Late", revision = 1 });

        late.Code.ShouldBe("conflict");
        late["detail"].GetString()!.ShouldContain("revision 2");
    }

    [Fact]
    public async Task Many_changes_at_once_are_all_made()
    {
        await using var host = await TaskHost.StartAsync();
        var id = await host.TaskAsync(new { title = "A clip" });

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(number => host.PatchAsync(id, new { description = $"Number {number}" }))
        );

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        (await host.Server.GetAsync($"/api/v1/tasks/{id}"))["revision"].GetInt32().ShouldBe(5);
    }

    [Theory]
    [InlineData("title", "")]
    [InlineData("title", 201)]
    [InlineData("description", 10_001)]
    [InlineData("error", 10_001)]
    [InlineData("state", "done")]
    [InlineData("output_data", "text")]
    [InlineData("output_data", 262_150)]
    public async Task What_does_not_fit_is_refused_by_name(string member, object value)
    {
        await using var host = await TaskHost.StartAsync();
        var id = await host.TaskAsync(new { title = "A clip" });
        object given = value is int length ? new string('x', length) : value;
        var body = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [member] = member == "output_data" && value is int ? new { text = given } : given,
        };

        var answer = await host.PatchAsync(id, body);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        answer["detail"].GetString()!.ShouldContain($"'{member}'");
        (await host.Server.GetAsync($"/api/v1/tasks/{id}"))["revision"].GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_plan_is_put_whole_and_an_unplanned_task_has_none()
    {
        await using var host = await TaskHost.StartAsync();
        var id = await host.TaskAsync(new { title = "A clip" });

        var before = await host.DetailAsync(id);
        await PlanAsync(host, id, new { title = "Old" });
        var put = await PlanAsync(
            host,
            id,
            new
            {
                id = "script",
                title = "Write",
                status = "completed",
            },
            new { title = "Render", description = "1080p" }
        );
        var after = await host.DetailAsync(id);

        before["planning_steps"].GetArrayLength().ShouldBe(0);
        put["revision"].GetInt32().ShouldBe(3, put.Text);
        after["planning_steps"].GetArrayLength().ShouldBe(2);
        after["planning_steps.0.id"].GetString().ShouldBe("script");
        after["planning_steps.0.status"].GetString().ShouldBe("completed");
        after["planning_steps.0.description"].ValueKind.ShouldBe(JsonValueKind.Null);
        after["planning_steps.1.id"].GetString().ShouldNotBeNullOrEmpty();
        after["planning_steps.1.title"].GetString().ShouldBe("Render");
        after["planning_steps.1.status"].GetString().ShouldBe("pending");
    }

    [Fact]
    public async Task A_plan_that_does_not_fit_is_refused_and_the_old_one_stays()
    {
        await using var host = await TaskHost.StartAsync();
        var id = await host.TaskAsync(new { title = "A clip" });
        await PlanAsync(host, id, new { title = "Old" });
        object step = new { id = "a", title = "Twice" };

        var many = await PlanAsync(host, id, [.. Enumerable.Range(0, 201).Select(_ => new { title = "One" })]);
        var twice = await PlanAsync(host, id, step, step);
        var nameless = await PlanAsync(host, id, step, new { status = "pending" });
        var odd = await PlanAsync(host, id, new { title = "A", status = "begun" });
        var none = await host.Server.PutAsync($"/api/v1/tasks/{id}/plan", new { });

        many["detail"].GetString()!.ShouldContain("201");
        twice["detail"].GetString()!.ShouldContain("steps[1].id");
        nameless["detail"].GetString()!.ShouldContain("steps[1].title");
        odd["detail"].GetString()!.ShouldContain("steps[0].status");
        none["detail"].GetString()!.ShouldContain("steps");
        (await host.DetailAsync(id))["planning_steps.0.title"].GetString().ShouldBe("Old");
    }

    [Fact]
    public async Task Lines_are_added_and_read_in_pages()
    {
        await using var host = await TaskHost.StartAsync();
        var id = await host.TaskAsync(new { title = "A clip" });
        for (var number = 0; number < 3; number++)
        {
            var line = await LogAsync(
                host,
                id,
                new
                {
                    agent_name = "renderer",
                    action = "render",
                    status = "success",
                    message = $"Part {number}",
                    details = new { number },
                }
            );
            line.Status.ShouldBe(HttpStatusCode.Created, line.Text);
        }

        var first = await host.Server.GetAsync($"/api/v1/tasks/{id}/logs?limit=2");
        var second = await host.Server.GetAsync(
            $"/api/v1/tasks/{id}/logs?limit=2&cursor={first["next_cursor"].GetString()}"
        );
        var detail = await host.DetailAsync(id);

        first["total"].GetInt32().ShouldBe(3);
        first["execution_logs"].GetArrayLength().ShouldBe(2);
        second["execution_logs"].GetArrayLength().ShouldBe(1);
        second["next_cursor"].ValueKind.ShouldBe(JsonValueKind.Null);
        detail["execution_logs"].GetArrayLength().ShouldBe(3);
        detail["execution_logs.2.agent_name"].GetString().ShouldBe("renderer");
        detail["execution_logs.2.action"].GetString().ShouldBe("render");
        detail["execution_logs.2.status"].GetString().ShouldBe("success");
        detail["execution_logs.2.message"].GetString().ShouldBe("Part 2");
        detail["execution_logs.2.details.number"].GetInt32().ShouldBe(2);
        detail["execution_logs.2.timestamp"]
            .GetDateTimeOffset()
            .ShouldBe(host.Publishing.Clock.GetUtcNow(), TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("""{ "action": "a" }""", "agent_name")]
    [InlineData("""{ "agent_name": "a" }""", "action")]
    [InlineData("""{ "agent_name": "a", "action": "b", "status": "fatal" }""", "status")]
    [InlineData("""{ "agent_name": "a", "action": "b", "details": "LONG" }""", "details")]
    public async Task A_line_that_does_not_fit_is_refused_by_name(string body, string member)
    {
        await using var host = await TaskHost.StartAsync();
        var id = await host.TaskAsync(new { title = "A clip" });
        var text = body.Replace("LONG", new string('x', 16_400), StringComparison.Ordinal);

        var answer = await LogAsync(host, id, JsonElement.Parse(text));

        answer.Code.ShouldBe("invalid_parameter");
        answer["detail"].GetString()!.ShouldContain($"'{member}'");
        (await host.Server.GetAsync($"/api/v1/tasks/{id}/logs"))["total"].GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task The_same_request_again_makes_nothing_twice()
    {
        await using var host = await TaskHost.StartAsync();
        (string, string) key = ("Idempotency-Key", "once");
        var tasks = $"/api/v1/instances/{host.InstanceId}/tasks";
        var instance = new { name = "Clips", account_ids = new[] { host.Publishing.AccountId } };
        var line = new { agent_name = "a", action = "b" };

        var one = await host.Server.SendAsync(HttpMethod.Post, tasks, new { title = "A" }, key);
        var two = await host.Server.SendAsync(HttpMethod.Post, tasks, new { title = "A" }, key);
        var other = await host.Server.SendAsync(HttpMethod.Post, tasks, new { title = "B" }, key);
        var made = await host.Server.SendAsync(HttpMethod.Post, "/api/v1/instances", instance, key);
        var again = await host.Server.SendAsync(HttpMethod.Post, "/api/v1/instances", instance, key);
        var logs = $"/api/v1/tasks/{one["task_id"].GetGuid()}/logs";
        await host.Server.SendAsync(HttpMethod.Post, logs, line, key);
        var written = await host.Server.SendAsync(HttpMethod.Post, logs, line, key);

        two["task_id"].GetGuid().ShouldBe(one["task_id"].GetGuid());
        other.Code.ShouldBe("idempotency_mismatch");
        again["instance_id"].GetGuid().ShouldBe(made["instance_id"].GetGuid());
        written.Status.ShouldBe(HttpStatusCode.Created, written.Text);
        (await host.Server.GetAsync(logs))["total"].GetInt32().ShouldBe(1);
        (await host.Server.GetAsync(tasks))["total"].GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Tasks_are_listed_newest_first_by_state_and_in_pages()
    {
        await using var host = await TaskHost.StartAsync();
        var tasks = $"/api/v1/instances/{host.InstanceId}/tasks";
        foreach (var state in (string[])["submitted", "planning", "submitted"])
        {
            await host.TaskAsync(new { title = state, state });
        }

        var first = await host.Server.GetAsync($"{tasks}?limit=2");
        var second = await host.Server.GetAsync($"{tasks}?limit=2&cursor={first["next_cursor"].GetString()}");
        var planning = await host.Server.GetAsync($"{tasks}?state=planning,failed");
        var odd = await host.Server.GetAsync($"{tasks}?state=done");

        first["count"].GetInt32().ShouldBe(2);
        first["total"].GetInt32().ShouldBe(3);
        first["tasks.1.title"].GetString().ShouldBe("planning");
        second["tasks"].GetArrayLength().ShouldBe(1);
        planning["total"].GetInt32().ShouldBe(1);
        odd.Code.ShouldBe("invalid_parameter");
    }

    [Fact]
    public async Task The_stream_tells_what_becomes_of_a_task()
    {
        await using var host = await TaskHost.StartAsync();
        await using var feed = await EventFeed.OpenAsync(host.Server.Client, "/api/v1/events");

        var id = await host.TaskAsync(new { title = "A clip" });
        await host.PatchAsync(id, new { state = "planning" });
        await host.Server.DeleteAsync($"/api/v1/tasks/{id}");
        List<string> types = [];
        while (!types.Contains("task.deleted"))
        {
            var (type, _, data) = (await feed.NextAsync()).ShouldNotBeNull();
            if (type.StartsWith("task.", StringComparison.Ordinal))
            {
                data.GetProperty("task_id").GetGuid().ShouldBe(id);
                types.Add(type);
            }
        }

        types.ShouldBe(["task.created", "task.updated", "task.deleted"]);
        (await AuditLines.ActionsAsync(host.Server)).ShouldContain("task.deleted");
    }

    private static Task<JsonAnswer> PlanAsync(TaskHost host, Guid task, params object[] steps) =>
        host.Server.PutAsync($"/api/v1/tasks/{task}/plan", new { steps });

    private static Task<JsonAnswer> LogAsync(TaskHost host, Guid task, object body) =>
        host.Server.PostAsync($"/api/v1/tasks/{task}/logs", body);
}
