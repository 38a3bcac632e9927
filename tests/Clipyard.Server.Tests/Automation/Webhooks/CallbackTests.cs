using System.Net;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Tests.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Automation.Webhooks;

public sealed class CallbackTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_callback_is_called_once_when_the_post_has_arrived_with_what_the_post_shows()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var host = await StartAsync(receiver);
        var secret = (await host.Host.GetAsync("/api/webhooks/callback-secret"))["secret"].GetString();
        var id = await AskAsync(host, new Uri(receiver.Origin + "/webhook-waiting/42?signature=top-secret"));

        await host.UntilAsync(id, PostState.InInbox);
        await SendAsync(host);

        var got = receiver.Got.ShouldHaveSingleItem();
        got.Path.ShouldBe("/webhook-waiting/42");
        got.Type.ShouldBe("post.in_inbox");
        got.IsSignedWith(secret).ShouldBeTrue();
        var shown = await host.Host.GetAsync($"/api/posts/{id}");
        foreach (var member in shown.Json.EnumerateObject().Where(member => member.Name != "thumbnail_url"))
        {
            got.Json.GetProperty(member.Name).GetRawText().ShouldBe(member.Value.GetRawText(), member.Name);
        }

        await PublishAsync(host, id);
        await SendAsync(host);
        receiver.Got.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("/api/posts")]
    [InlineData("/api/posts/video")]
    public async Task It_is_called_when_the_post_came_to_nothing_too(string route)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var host = await StartAsync(receiver);
        var video = host.NewVideo();
        object body = route.EndsWith("video", StringComparison.Ordinal)
            ? new { video_url = video.Address, callback_url = receiver.Address }
            : new
            {
                source = new { url = video.Address },
                approval = true,
                callback_url = receiver.Address,
            };
        var asked = await host.Host.PostAsync(route, body);
        var id = asked["post_id"].GetGuid();
        await host.UntilAsync(id, PostState.AwaitingApproval);
        await SendAsync(host);
        receiver.Got.ShouldBeEmpty();

        await host.Host.PostAsync($"/api/posts/{id}/reject", new { reason = "no" });
        await SendAsync(host);

        receiver.Got.ShouldHaveSingleItem().Json.GetProperty("state").GetString().ShouldBe("rejected");
    }

    [Fact]
    public async Task It_is_tried_again_like_every_message_and_its_address_stands_nowhere()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var host = await StartAsync(receiver);
        receiver.Answer = Receiver.Status(HttpStatusCode.BadGateway);
        var id = await AskAsync(host, new Uri(receiver.Origin + "/resume/top-secret"));
        await host.Host.PostAsync($"/api/posts/{id}/cancel");
        await SendAsync(host);

        var failed = await host.Host.GetAsync($"/api/webhooks/callbacks?post_id={id}");
        receiver.Answer = Receiver.Status(HttpStatusCode.OK);
        var delivery = failed["deliveries.0.id"].GetGuid();
        var path = $"/api/webhooks/callbacks/{delivery}/replay";
        var replay = await host.Host.SendAsync(HttpMethod.Post, path, null, ("Idempotency-Key", "one"));
        await SendAsync(host);
        var again = await host.Host.SendAsync(HttpMethod.Post, path, null, ("Idempotency-Key", "one"));
        await SendAsync(host);
        var delivered = await host.Host.GetAsync($"/api/webhooks/callbacks?post_id={id}");

        failed["deliveries.0.state"].GetString().ShouldBe("pending");
        failed["deliveries.0.last_error"].GetString().ShouldBe("It answered 502.");
        replay.Status.ShouldBe(HttpStatusCode.Accepted, replay.Text);
        again.Status.ShouldBe(HttpStatusCode.Accepted, again.Text);
        again["state"].GetString().ShouldBe("delivered");
        delivered["deliveries.0.state"].GetString().ShouldBe("delivered");
        receiver.Got.Count.ShouldBe(2);
        (failed.Text + replay.Text + delivered.Text).ShouldNotContain("top-secret");
        (await host.Host.GetAsync($"/api/posts/{id}")).Text.ShouldNotContain("top-secret");
        (await host.Host.GetAsync("/api/webhooks/callbacks?post_id=" + Guid.NewGuid()))["count"].GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task While_messages_are_held_back_it_waits_and_tells_how_the_post_stands_afterwards()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var host = await StartAsync(receiver);
        var id = await AskAsync(host, receiver.Address);
        await host.Host.PostAsync("/api/publishing/pause", new { reason = "A backup.", holds_messages = true });
        await host.Host.PostAsync($"/api/posts/{id}/cancel");
        await SendAsync(host);
        receiver.Got.ShouldBeEmpty();

        await host.Host.PostAsync("/api/publishing/resume");
        await SendAsync(host);

        receiver.Got.ShouldHaveSingleItem().Json.GetProperty("state").GetString().ShouldBe("cancelled");
    }

    [Theory]
    [InlineData("http://example.com/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://10.0.0.1/resume")]
    [InlineData("nonsense")]
    public async Task An_address_that_may_not_be_called_is_refused_before_anything_is_made(string address)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var host = await StartAsync(receiver);

        var answer = await host.Host.PostAsync(
            "/api/posts",
            new { source = new { url = host.NewVideo().Address }, callback_url = address }
        );

        answer.Code.ShouldBe("url_not_allowed", answer.Text);
        (await host.Host.GetAsync("/api/posts"))["total"].GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_post_tells_webhooks_everything_it_goes_through_as_its_page_shows_it()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var host = await StartAsync(receiver);
        string[] types =
        [
            "post.created",
            "post.awaiting_approval",
            "post.approved",
            "post.in_inbox",
            "post.published",
            "post.failed",
        ];
        var made = await host.Host.PostAsync("/api/webhooks", new { url = receiver.Address, events = types });
        made.Status.ShouldBe(HttpStatusCode.Created, made.Text);
        var asked = await host.Host.PostAsync("/api/posts/video", new { video_url = host.NewVideo().Address });
        var id = asked["post_id"].GetGuid();
        await SendAsync(host);
        await host.UntilAsync(id, PostState.AwaitingApproval);
        var version = (await host.Host.GetAsync($"/api/posts/{id}"))["version"].GetString();
        await host.Host.PostAsync($"/api/posts/{id}/approve", new { version });
        await host.UntilAsync(id, PostState.InInbox);

        await SendAsync(host);

        receiver
            .Got.Select(got => got.Type)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["post.approved", "post.awaiting_approval", "post.created", "post.in_inbox"]);
        receiver.Got.ShouldAllBe(got => got.Json.GetProperty("data").GetProperty("post_id").GetGuid() == id);
        receiver.Got.ShouldAllBe(got => got.IsSignedWith(made["secret"].GetString()));
        var last = receiver.Got.Single(got => got.Type == "post.in_inbox").Json.GetProperty("data");
        last.GetProperty("state").GetString().ShouldBe("in_inbox");
        last.GetProperty("status_url").GetString().ShouldEndWith($"/api/posts/{id}");
    }

    private static Task<PublishingHost> StartAsync(Receiver receiver) =>
        PublishingHost.StartAsync(settings: ("Network:TrustedOrigins:1", receiver.Origin));

    private static async Task<Guid> AskAsync(PublishingHost host, Uri callback)
    {
        var answer = await host.Host.PostAsync(
            "/api/posts",
            new { source = new { url = host.NewVideo().Address }, callback_url = callback }
        );
        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        return answer["post_id"].GetGuid();
    }

    // The creator finishes the draft.
    private static async Task PublishAsync(PublishingHost host, Guid id)
    {
        var ownerId = (await host.RowAsync(id)).OwnerId;
        var scopes = host.Host.Server.Services.GetRequiredService<IServiceScopeFactory>();
        await using var scope = await scopes.EnterAsync(ownerId, Stop);
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var post = await db.Posts.SingleAsync(row => row.Id == id, Stop);
        scope.ServiceProvider.GetRequiredService<PostLog>().Move(post, PostState.Published, PostChange.None);
        await db.SaveChangesAsync(Stop);
    }

    private static Task SendAsync(PublishingHost host) => HookSteps.RunAsync(host.Host, host.Clock);
}
