using System.Net;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Server.Tests.Accounts;

public sealed class CreatorInfoTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("spam_risk_too_many_posts", 200, HttpStatusCode.TooManyRequests, "daily_cap")]
    [InlineData("spam_risk_user_banned_from_posting", 200, HttpStatusCode.Forbidden, "creator_blocked")]
    [InlineData("reached_active_user_cap", 200, HttpStatusCode.TooManyRequests, "active_user_cap")]
    [InlineData("scope_not_authorized", 401, HttpStatusCode.Forbidden, "scope_missing")]
    public async Task What_TikTok_refuses_has_a_code_of_ours_and_TikToks_own_beside(
        string tikTokCode,
        int tikTokStatus,
        HttpStatusCode status,
        string code
    )
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        host.Fault(
            SandboxEndpoint.CreatorInfo,
            FaultKind.ErrorCode,
            fault => fault with { Text = tikTokCode, Status = tikTokStatus }
        );

        var answer = await host.GetAsync($"/api/tiktok/accounts/{id}/creator-info");

        answer.Status.ShouldBe(status, answer.Text);
        answer.Code.ShouldBe(code);
        answer["tiktok_code"].GetString().ShouldBe(tikTokCode);
        answer["tiktok_log_id"].GetString()!.Length.ShouldBe(34);
        answer["remedy"].GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task An_id_that_is_nobodys_is_not_found()
    {
        await using var host = await ServerHost.StartAsync(Stop);

        var answer = await host.GetAsync($"/api/tiktok/accounts/{Guid.NewGuid()}/creator-info");

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Json.TryGetProperty("tiktok_code", out _).ShouldBeFalse("TikTok said nothing");
    }
}
