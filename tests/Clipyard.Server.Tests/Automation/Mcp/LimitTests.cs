using System.Net;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Automation.Mcp;

public sealed class LimitTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_count_against_the_keys_limit()
    {
        await using var host = await ServerHost.StartAsync(
            Stop,
            setup => setup with { Settings = ServerHost.With(setup, ("Limits:RequestsPerMinute", "2")) }
        );

        var first = await McpWire.PostAsync(host, McpWire.Ping);
        await McpWire.PostAsync(host, McpWire.Ping);
        var refused = await McpWire.PostAsync(host, McpWire.Ping);

        first.Headers["RateLimit-Limit"].ShouldBe("2");
        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Code.ShouldBe("rate_limited");
        refused.Headers.Keys.ShouldContain("Retry-After");
    }

    [Fact]
    public async Task Hanging_up_ends_the_call_on_the_server()
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await ServerHost.StartAsync(
            Stop,
            setup =>
                setup with
                {
                    StartScheduler = false,
                    ConfigureServices = services =>
                        services.AddScoped<IJobQueue>(provider => new WatchedQueue(
                            ActivatorUtilities.CreateInstance<JobQueue>(provider),
                            entered,
                            ended
                        )),
                }
        );
        await using var mcp = await McpCaller.ConnectAsync(host);
        var job = await mcp.CallAsync("archive_videos", new { urls = new[] { DemoWorld.PlainVideo } });
        using var hangUp = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        var call = mcp.Client.CallToolAsync(
            "get_job",
            new Dictionary<string, object?> { ["job_id"] = job.GetProperty("id").GetString(), ["wait_seconds"] = 50 },
            cancellationToken: hangUp.Token
        );
        await entered.Task.WaitAsync(Stop);
        await hangUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await call);
        await ended.Task.WaitAsync(Stop);
        (await mcp.CallAsync("list_students")).GetProperty("count").GetInt32().ShouldBe(0);
    }
}
