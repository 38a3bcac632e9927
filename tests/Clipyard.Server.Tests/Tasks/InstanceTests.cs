using System.Net;
using Clipyard.Server.Tests.Identity;

namespace Clipyard.Server.Tests.Tasks;

public sealed class InstanceTests
{
    [Fact]
    public async Task An_instance_is_made_shown_changed_listed_and_deleted()
    {
        await using var host = await TaskHost.StartAsync();
        var path = $"/api/v1/instances/{host.InstanceId}";

        var changed = await host.Server.SendAsync(
            HttpMethod.Patch,
            path,
            new
            {
                name = "Better",
                description = "What it is for",
                video_path = "result.videos[0].url",
            }
        );
        var shown = await host.Server.GetAsync(path);
        var listed = await host.Server.GetAsync("/api/v1/instances?limit=1");
        var deleted = await host.Server.DeleteAsync(path);

        changed["revision"].GetInt32().ShouldBe(2, changed.Text);
        shown["name"].GetString().ShouldBe("Better");
        shown["description"].GetString().ShouldBe("What it is for");
        shown["video_path"].GetString().ShouldBe("result.videos[0].url");
        shown["account_ids.0"].GetGuid().ShouldBe(host.Publishing.AccountId);
        listed["total"].GetInt32().ShouldBe(1);
        listed["instances.0.instance_id"].GetGuid().ShouldBe(host.InstanceId);
        deleted.Status.ShouldBe(HttpStatusCode.NoContent);
        (await host.Server.GetAsync(path)).Code.ShouldBe("not_found");
        (await AuditLines.ActionsAsync(host.Server)).ShouldContain("instance.deleted");
    }

    [Theory]
    [InlineData("""{ "account_ids": [] }""", "account_ids", "invalid_parameter")]
    [InlineData("""{ "name": "A" }""", "account_ids", "invalid_parameter")]
    [InlineData("""{ "account_ids": ["me"], "name": "A" }""", "account_ids", "invalid_parameter")]
    [InlineData(
        """{ "account_ids": ["01234567-89ab-cdef-0123-456789abcdef"], "name": "A" }""",
        "01234567",
        "not_found"
    )]
    [InlineData("""{ "account_ids": ["ACCOUNT"] }""", "name", "invalid_parameter")]
    [InlineData(
        """{ "account_ids": ["ACCOUNT"], "name": "A", "video_path": "a..b" }""",
        "video_path",
        "invalid_parameter"
    )]
    [InlineData(
        """{ "account_ids": ["ACCOUNT"], "name": "A", "caption_path": "[0]" }""",
        "caption_path",
        "invalid_parameter"
    )]
    [InlineData("""{ "name": """, "name", "invalid_parameter")]
    public async Task What_is_no_instance_is_refused_and_makes_nothing(string body, string named, string code)
    {
        await using var host = await TaskHost.StartAsync();
        if (body.Contains("\"account_ids\": []", StringComparison.Ordinal))
        {
            body = body.Replace("{", """{ "name": "A",""", StringComparison.Ordinal);
        }

        using var content = new StringContent(
            body.Replace("ACCOUNT", host.Publishing.AccountId.ToString(), StringComparison.Ordinal),
            System.Text.Encoding.UTF8,
            "application/json"
        );
        using var response = await host.Server.Client.PostAsync(
            "/api/v1/instances",
            content,
            TestContext.Current.CancellationToken
        );
        var answer = await JsonAnswer.ReadAsync(response, TestContext.Current.CancellationToken);

        answer.Code.ShouldBe(code, answer.Text);
        answer["detail"].GetString()!.ShouldContain(named);
        (await host.Server.GetAsync("/api/v1/instances"))["total"].GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Another_owner_sees_and_changes_nothing_of_it()
    {
        await using var host = await TaskHost.StartAsync();
        var task = await host.TaskAsync(new { title = "A clip" });
        var ben = await Someone.AddAsync(host.Server, "ben", scopes: "read tasks");
        string[] paths =
        [
            $"/api/v1/instances/{host.InstanceId}",
            $"/api/v1/instances/{host.InstanceId}/tasks",
            $"/api/v1/tasks/{task}",
            $"/api/v1/tasks/{task}/logs",
            $"/api/v1/tasks/{task}/detail",
            $"/api/v1/tasks/{task}/post-status",
        ];

        foreach (var path in paths)
        {
            (await host.WithKeyAsync(ben.Key, HttpMethod.Get, path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (HttpMethod Method, string Path, object? Body)[] calls =
        [
            (HttpMethod.Patch, paths[0], new { name = "Mine" }),
            (HttpMethod.Delete, paths[0], null),
            (HttpMethod.Post, paths[1], new { title = "Mine" }),
            (HttpMethod.Patch, paths[2], new { title = "Mine" }),
            (HttpMethod.Delete, paths[2], null),
            (HttpMethod.Put, paths[2] + "/plan", new { steps = new[] { new { title = "Mine" } } }),
            (HttpMethod.Post, paths[3], new { agent_name = "me", action = "mine" }),
            (HttpMethod.Post, paths[2] + "/post-to-tiktok", new { privacy_level = "SELF_ONLY" }),
        ];
        foreach (var (method, path, body) in calls)
        {
            var answer = await host.WithKeyAsync(ben.Key, method, path, body);
            answer.Code.ShouldBe("not_found", $"{method} {path}: {answer.Text}");
        }

        (await host.WithKeyAsync(ben.Key, HttpMethod.Get, "/api/v1/instances"))["total"].GetInt32().ShouldBe(0);
        (await host.DetailAsync(task))["title"].GetString().ShouldBe("A clip");
    }

    [Fact]
    public async Task A_disconnected_account_is_not_bound()
    {
        await using var host = await TaskHost.StartAsync();
        var account = host.Publishing.AccountId;
        await host.Server.PostAsync("/api/tiktok/disconnect", new { account_id = account });

        var made = await host.Server.PostAsync(
            "/api/v1/instances",
            new { name = "A", account_ids = new[] { account } }
        );

        made.Code.ShouldBe("not_connected", made.Text);
    }

    [Fact]
    public async Task Keys_read_with_read_and_write_with_tasks()
    {
        await using var host = await TaskHost.StartAsync();
        var task = await host.TaskAsync(new { title = "A clip" });
        var (reader, agent, other) = (
            await host.KeyAsync("read"),
            await host.KeyAsync("tasks"),
            await host.KeyAsync("archive")
        );
        var path = $"/api/v1/tasks/{task}";
        var change = new { state = "planning" };

        var read = await host.WithKeyAsync(reader, HttpMethod.Get, path);
        var refusedWrite = await host.WithKeyAsync(reader, HttpMethod.Patch, path, change);
        var refusedPost = await host.WithKeyAsync(reader, HttpMethod.Post, path + "/post-to-tiktok", new { });
        var agentRead = await host.WithKeyAsync(agent, HttpMethod.Get, path);
        var agentWrite = await host.WithKeyAsync(agent, HttpMethod.Patch, path, change);
        var refusedRead = await host.WithKeyAsync(other, HttpMethod.Get, path);

        read.Status.ShouldBe(HttpStatusCode.OK);
        refusedWrite.Status.ShouldBe(HttpStatusCode.Forbidden);
        refusedPost.Status.ShouldBe(HttpStatusCode.Forbidden);
        refusedPost["detail"].GetString()!.ShouldContain("tasks");
        agentRead.Status.ShouldBe(HttpStatusCode.OK);
        agentWrite["state"].GetString().ShouldBe("planning");
        refusedRead.Status.ShouldBe(HttpStatusCode.Forbidden);
        refusedRead["detail"].GetString()!.ShouldContain("read or tasks");
    }
}
