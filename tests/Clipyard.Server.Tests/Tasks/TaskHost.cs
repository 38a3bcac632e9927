using System.Net;
using System.Net.Http.Json;
using Clipyard.Sandbox.Official.Posting;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Tests.Publishing;

namespace Clipyard.Server.Tests.Tasks;

/// <summary>A server, a sandbox and a web server with videos that tasks may name; steps are taken by hand.</summary>
internal sealed class TaskHost : IAsyncDisposable
{
    private TaskHost(PublishingHost publishing, Guid instanceId)
    {
        Publishing = publishing;
        InstanceId = instanceId;
    }

    public PublishingHost Publishing { get; }

    public ServerHost Server => Publishing.Host;

    /// <summary>An instance that is bound to the one connected account.</summary>
    public Guid InstanceId { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<TaskHost> StartAsync(params (string Name, string? Value)[] settings)
    {
        var publishing = await PublishingHost.StartAsync(
            settings: [("Tasks:AllowedHosts:0", "127.0.0.1"), .. settings]
        );
        var host = new TaskHost(publishing, await InstanceAsync(publishing.Host, publishing.AccountId));
        return host;
    }

    /// <summary>Makes an instance.</summary>
    public static async Task<Guid> InstanceAsync(ServerHost server, params Guid[] accounts)
    {
        var made = await server.PostAsync("/api/v1/instances", new { name = "Clips", account_ids = accounts });
        made.Status.ShouldBe(HttpStatusCode.Created, made.Text);
        return made["instance_id"].GetGuid();
    }

    /// <summary>Makes a task of the instance.</summary>
    public async Task<Guid> TaskAsync(object body, Guid? instance = null)
    {
        var made = await Server.PostAsync($"/api/v1/instances/{instance ?? InstanceId}/tasks", body);
        made.Status.ShouldBe(HttpStatusCode.Created, made.Text);
        return made["task_id"].GetGuid();
    }

    /// <summary>Makes a completed task whose output names a video.</summary>
    public Task<Guid> CompletedAsync(TestVideo video, Guid? instance = null) => CompletedAsync(video.Address, instance);

    /// <inheritdoc cref="CompletedAsync(TestVideo, Guid?)"/>
    public Task<Guid> CompletedAsync(string address, Guid? instance = null) =>
        TaskAsync(
            new
            {
                title = "A clip",
                state = "completed",
                output_data = new { video_url = address, suggested_caption = "Suggested #test" },
            },
            instance
        );

    /// <summary>Asks for the task's post; private and direct unless said otherwise, and not waited for.</summary>
    public Task<JsonAnswer> PostAsync(Guid taskId, object? body = null, string? idempotencyKey = null)
    {
        (string, string)[] key = idempotencyKey is null ? [] : [("Idempotency-Key", idempotencyKey)];
        return Server.SendAsync(
            HttpMethod.Post,
            $"/api/v1/tasks/{taskId}/post-to-tiktok",
            body ?? new { privacy_level = "SELF_ONLY" },
            [("Prefer", "respond-async"), .. key]
        );
    }

    /// <summary>Asks for the task's post and lets it go as far as it goes.</summary>
    public async Task<Guid> PostedAsync(Guid taskId, object? body = null)
    {
        var asked = await PostAsync(taskId, body);
        asked.Status.ShouldBe(HttpStatusCode.Accepted, asked.Text);
        return asked["post_id"].GetGuid();
    }

    public Task<JsonAnswer> DetailAsync(Guid taskId) => Server.GetAsync($"/api/v1/tasks/{taskId}/detail");

    public Task<JsonAnswer> StatusAsync(Guid taskId) => Server.GetAsync($"/api/v1/tasks/{taskId}/post-status");

    public Task<JsonAnswer> PatchAsync(Guid taskId, object body) =>
        Server.SendAsync(HttpMethod.Patch, $"/api/v1/tasks/{taskId}", body);

    /// <summary>A key of the administrator with these scopes.</summary>
    public async Task<string> KeyAsync(params string[] scopes)
    {
        var made = await Server.PostAsync("/api/keys", new { name = "agent", scopes });
        made.Status.ShouldBe(HttpStatusCode.Created, made.Text);
        return made["key"].GetString()!;
    }

    /// <summary>Sends with another key.</summary>
    public async Task<JsonAnswer> WithKeyAsync(string key, HttpMethod method, string path, object? body = null)
    {
        using var client = Server.CreateClient(key);
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Prefer", "respond-async");
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await client.SendAsync(request, Stop);
        return await JsonAnswer.ReadAsync(response, Stop);
    }

    /// <summary>Waits until TikTok has fetched all of a video.</summary>
    public async Task FetchedAsync(TestVideo video)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            var task = Publishing.Sandbox.Official.Tasks.Single();
            if (task.Received >= video.Bytes.Length)
            {
                return;
            }

            task.Stage.ShouldBe(PublishStage.Receiving, task.FailReason);
            await Task.Delay(TimeSpan.FromMilliseconds(2), limit.Token);
        }
    }

    /// <summary>How many posts there are.</summary>
    public async Task<int> CountPostsAsync() => (await Server.GetAsync("/api/posts"))["total"].GetInt32();

    /// <summary>Connects another creator's account.</summary>
    public Task<Guid> ConnectAsync(string creator = DemoWorld.HarborLights) =>
        Accounts.AccountCalls.ConnectAsync(Server, creator);

    public Task UntilAsync(Guid postId, PostState state) => Publishing.UntilAsync(postId, state);

    public ValueTask DisposeAsync() => Publishing.DisposeAsync();
}
