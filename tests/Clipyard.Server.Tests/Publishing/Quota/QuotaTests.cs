using System.Net;
using Clipyard.Server.Tests.Identity;
using Shouldly;

namespace Clipyard.Server.Tests.Publishing.Quota;

public sealed class QuotaTests
{
    [Fact]
    public async Task An_account_at_rest_has_everything_left()
    {
        await using var host = await PublishingHost.StartAsync();

        var quota = await host.Host.GetAsync($"/api/tiktok/accounts/{host.AccountId}/quota");

        quota.Status.ShouldBe(HttpStatusCode.OK, quota.Text);
        quota["account_id"].GetGuid().ShouldBe(host.AccountId);
        quota["this_minute.init.left"].GetInt32().ShouldBe(6);
        quota["this_minute.init.limit"].GetInt32().ShouldBe(6);
        quota["this_minute.status.left"].GetInt32().ShouldBe(30);
        quota["pending_drafts.used"].GetInt32().ShouldBe(0);
        quota["pending_drafts.left"].GetInt32().ShouldBe(5);
        quota["direct_posts.limit"].GetInt32().ShouldBe(15);
        quota["waiting"].GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task What_waits_for_a_limit_says_so_and_until_when()
    {
        await using var host = await PublishingHost.StartAsync(settings: [("Publishing:MaxPendingDrafts", "1")]);
        await host.AskAsync(host.NewVideo());
        await host.RunAsync();
        var sentAt = host.Clock.GetUtcNow();
        var id = await host.AskAsync(host.NewVideo());
        await host.RunAsync();

        var quota = await host.Host.GetAsync($"/api/tiktok/accounts/{host.AccountId}/quota");

        quota["this_minute.init.left"].GetInt32().ShouldBe(5);
        quota["pending_drafts.used"].GetInt32().ShouldBe(1);
        quota["pending_drafts.left"].GetInt32().ShouldBe(0);
        quota["direct_posts.used"].GetInt32().ShouldBe(0);
        quota["waiting.0.post_id"].GetGuid().ShouldBe(id);
        quota["waiting.0.code"].GetString().ShouldBe("pending_drafts_cap");
        quota["waiting.0.until"].GetDateTimeOffset().ShouldBe(sentAt.AddDays(1));
        var said = quota["waiting.0.message"].GetString();
        said.ShouldStartWith(
            $"Goes out at {sentAt.AddDays(1):yyyy-MM-dd HH:mm:ss} UTC, because of pending_drafts_cap: "
        );
        said.ShouldContain("1 drafts of the last 24 hours");
    }

    [Fact]
    public async Task A_limit_that_TikTok_alone_knows_is_null_and_a_scheduled_post_says_that_it_is_scheduled()
    {
        await using var host = await PublishingHost.StartAsync(settings: [("Publishing:MaxDirectPostsPerDay", "0")]);
        var at = host.Clock.GetUtcNow().AddHours(3);
        var id = await host.AskAsync(host.NewVideo(), "direct", schedule: at);
        await host.RunAsync();

        var quota = await host.Host.GetAsync($"/api/tiktok/accounts/{host.AccountId}/quota");

        quota["direct_posts.limit"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        quota["waiting.0.post_id"].GetGuid().ShouldBe(id);
        quota["waiting.0.code"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        quota["waiting.0.until"].GetDateTimeOffset().ShouldBe(at);
        quota["waiting.0.message"].GetString().ShouldEndWith("because it was scheduled for then.");
    }

    [Fact]
    public async Task Another_owners_account_is_not_found()
    {
        await using var host = await PublishingHost.StartAsync();
        var ben = await Someone.AddAsync(host.Host, "ben");
        using var client = host.Host.CreateClient(ben.Key);

        using var answer = await client.GetAsync(
            $"/api/tiktok/accounts/{host.AccountId}/quota",
            TestContext.Current.CancellationToken
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
