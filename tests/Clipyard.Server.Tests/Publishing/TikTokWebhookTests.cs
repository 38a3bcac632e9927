using System.Net;
using System.Net.Http.Headers;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Official;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Sending;
using Clipyard.Server.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Clipyard.Server.Tests.Publishing;

/// <summary>TikTok's webhooks (E9).</summary>
public sealed class TikTokWebhookTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task E9_a_webhook_that_comes_before_its_id_is_known_counts_once_it_is()
    {
        await using var host = await PublishingHost.StartAsync();
        var token = await host.OpenPullAsync(host.NewVideo(), publishId: null);
        const string publishId = "v_inbox_url~v2.5";
        token.ShouldNotBeEmpty();

        (
            await TikTokWebhook.SendAsync(host, "post.publish.publicly_available", publishId, "7650000000000000001")
        ).ShouldBe(HttpStatusCode.OK);
        await host.ChangeAttemptAsync(attempt => attempt.PublishId = publishId);
        await host.Host.SweepAsync<Server.Publishing.Watching.NoticeSweep>();

        (await host.PostOfAttemptAsync()).PostIds.ShouldBe(["7650000000000000001"]);
    }

    [Fact]
    public async Task E9_a_webhook_counts_once_and_never_for_an_abandoned_attempt()
    {
        await using var host = await PublishingHost.StartAsync();
        const string publishId = "v_inbox_url~v2.6";
        await host.OpenPullAsync(host.NewVideo(), publishId);

        await TikTokWebhook.SendAsync(host, "post.publish.publicly_available", publishId, "7650000000000000002");
        var revision = (await host.PostOfAttemptAsync()).Revision;
        await TikTokWebhook.SendAsync(host, "post.publish.publicly_available", publishId, "7650000000000000002");
        var after = await host.PostOfAttemptAsync();
        await host.ChangeAttemptAsync(attempt => attempt.State = AttemptState.Abandoned);
        await TikTokWebhook.SendAsync(host, "post.publish.publicly_available", publishId, "7650000000000000003");

        after.Revision.ShouldBe(revision);
        (await host.PostOfAttemptAsync()).PostIds.ShouldBe(["7650000000000000002"]);
    }

    [Fact]
    public async Task E9_a_webhook_with_a_wrong_signature_is_refused()
    {
        await using var host = await PublishingHost.StartAsync();

        var status = await TikTokWebhook.SendAsync(host, "post.publish.complete", "x", postId: null, secret: "wrong");

        status.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
