using System.Net;
using System.Net.Http.Json;
using Clipyard.Server.Automation.Webhooks.Telling;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Tests.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Automation.N8n;

/// <summary>The sample workflow without n8n: a plain client that has an address and a key, and a place to be called at.</summary>
public sealed class PlayedWorkflowTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_video_comes_in_reaches_TikTok_and_the_waiting_run_is_called()
    {
        await using var run = await WaitingWorkflow.StartAsync(busyAnswers: 1, Stop);
        await using var host = await StartAsync(run);
        var video = host.NewVideo();

        var answer = await PlayAsync(host, run, ("video_url", video.Address), ("auto_approve", "true"));
        var again = await PlayAsync(host, run, ("video_url", video.Address), ("auto_approve", "true"));
        var id = answer["post_id"].GetGuid();
        await host.UntilAsync(id, PostState.InInbox);
        await DeliverAsync(host);
        run.Resumed.IsCompleted.ShouldBeFalse("n8n has not come to its Wait node yet");
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        await DeliverAsync(host);
        var called = await run.Resumed.WaitAsync(TimeSpan.FromSeconds(30), Stop);

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        again["post_id"].GetGuid().ShouldBe(id, "a run that is tried again posts once");
        called.GetProperty("success").GetBoolean().ShouldBeTrue();
        called.GetProperty("state").GetString().ShouldBe("in_inbox");
        called.GetProperty("post_id").GetGuid().ShouldBe(id);
        host.Made(video).ShouldBe(1);
        var asked = (await host.Host.GetAsync($"/api/posts/{id}")).Json;
        asked
            .EnumerateObject()
            .Select(member => member.Name)
            .Except(["thumbnail_url"]) // a signed address, for who asks
            .ShouldBeSubsetOf(called.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task A_post_that_a_person_rejects_takes_the_other_branch()
    {
        await using var run = await WaitingWorkflow.StartAsync(busyAnswers: 0, Stop);
        await using var host = await StartAsync(run);
        var video = host.NewVideo();

        var answer = await PlayAsync(host, run, ("video_url", video.Address), ("content", "Caption #tag"));
        var id = answer["post_id"].GetGuid();
        await host.UntilAsync(id, PostState.AwaitingApproval);
        await host.Host.PostAsync($"/api/posts/{id}/reject", new { reason = "Not today." });
        await DeliverAsync(host);
        var called = await run.Resumed.WaitAsync(TimeSpan.FromSeconds(30), Stop);

        called.GetProperty("success").GetBoolean().ShouldBeFalse();
        called.GetProperty("state").GetString().ShouldBe("rejected");
        host.Made(video).ShouldBe(0);
    }

    private static Task<PublishingHost> StartAsync(WaitingWorkflow run) =>
        PublishingHost.StartAsync(settings: ("Network:TrustedOrigins:1", run.Origin));

    // What the node "Post with Clipyard" sends, made of its parameters.
    private static async Task<JsonAnswer> PlayAsync(
        PublishingHost host,
        WaitingWorkflow run,
        params (string Name, string Value)[] received
    )
    {
        var node = SampleWorkflow.Read("clipyard-video-upload.json").Of("httpRequest").Single();
        var data = received.ToDictionary(pair => $"$json.body.{pair.Name}", pair => pair.Value);
        data["$execution.resumeUrl"] = run.ResumeUrl;
        data["$execution.id"] = "231";
        data["$workflow.id"] = "tKMrl2sDsKJd7a2B";
        var parameters = node.GetProperty("parameters");
        var path = new Uri(parameters.GetProperty("url").GetString()!).PathAndQuery;
        using var request = new HttpRequestMessage(new HttpMethod(parameters.GetProperty("method").GetString()!), path);
        foreach (var (name, value) in SampleWorkflow.Pairs(node, "headerParameters"))
        {
            request.Headers.Add(name, SampleWorkflow.Fill(value, data));
        }

        request.Content = JsonContent.Create(
            SampleWorkflow
                .Pairs(node, "bodyParameters")
                .ToDictionary(pair => pair.Name, pair => SampleWorkflow.Fill(pair.Value, data))
        );
        using var client = host.Host.CreateClient(host.Host.Key);
        using var response = await client.SendAsync(request, Stop);
        return await JsonAnswer.ReadAsync(response, Stop);
    }

    // What the scheduler does with events and messages that are due.
    private static async Task DeliverAsync(PublishingHost host)
    {
        var runners = host.Host.Server.Services.GetRequiredService<LaneRunners>();
        await runners.StepAsync(FanOutLane.Name, Stop);
        await using var scope = host.Host.Server.Services.CreateAsyncScope();
        var lanes = await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .WebhookDeliveries.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Select(delivery => delivery.Lane)
            .Distinct()
            .ToListAsync(Stop);
        foreach (var lane in lanes)
        {
            await runners.StepAsync(lane, Stop);
        }
    }
}
