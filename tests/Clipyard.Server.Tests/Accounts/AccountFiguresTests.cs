using Clipyard.Failures;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Server.Tests.Accounts;

public sealed class AccountFiguresTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accounts_tokens_and_calls_are_shown_as_figures()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        await host.ConnectAsync(DemoWorld.SunnyGarden);
        var harbor = await host.ConnectAsync(DemoWorld.HarborLights);
        host.Sandbox.Official.Inbox.Disconnect(DemoWorld.HarborLights, DemoApps.AuditedKey);
        await Should.ThrowAsync<ClipyardException>(() => host.AskAsync(harbor));

        var page = (await host.GetAsync("/metrics")).Text;

        page.ShouldContain("clipyard_accounts{state=\"connected\"} 1");
        page.ShouldContain("clipyard_accounts{state=\"needs_reconnect\"} 1");
        page.ShouldContain("clipyard_tiktok_calls_total{endpoint=\"oauth/token\",code=\"ok\"} 2");
        page.ShouldContain("clipyard_tiktok_calls_total{endpoint=\"oauth/token\",code=\"invalid_grant\"} 1");
        page.ShouldContain("clipyard_tiktok_calls_total{endpoint=\"user/info\",code=\"ok\"} 2");
        page.ShouldContain("clipyard_tiktok_calls_total{endpoint=\"user/info\",code=\"access_token_invalid\"} 1");
        Figure(page, "clipyard_accounts_token_expiry_seconds{token=\"access\"}").ShouldBeInRange(80_000, 86_400);
        Figure(page, "clipyard_accounts_token_expiry_seconds{token=\"refresh\"}")
            .ShouldBeInRange(31_000_000, 31_536_000);
    }

    private static double Figure(string page, string series) =>
        double.Parse(page.Split('\n').Single(line => line.StartsWith(series))[series.Length..]);
}
