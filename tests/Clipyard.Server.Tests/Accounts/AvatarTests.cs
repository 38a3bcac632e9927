using System.Net;
using Clipyard.Media.Images;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Accounts;
using Clipyard.Server.Data;
using Clipyard.Server.Tests.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Accounts;

public sealed class AvatarTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_accounts_picture_comes_from_this_server()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        var account = (await host.GetAsync("/api/tiktok/status"))["accounts.0"];

        using var answer = await host.Client.GetAsync(account.GetProperty("avatar_path").GetString(), Stop);

        account.GetProperty("avatar_path").GetString().ShouldBe($"/api/tiktok/accounts/{id}/avatar");
        account.GetProperty("avatar_url").GetString().ShouldNotBeNull().ShouldContain("tiktokcdn.com");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("image/jpeg");
        answer.Headers.CacheControl?.Private.ShouldBeTrue();
        answer.Headers.CacheControl?.MaxAge.ShouldBe(TimeSpan.FromHours(1));
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        var picture = await ImageProbe.ReadAsync(await answer.Content.ReadAsStreamAsync(Stop), Stop);
        picture.IsWhole.ShouldBeTrue();
    }

    [Fact]
    public async Task A_browser_that_has_it_gets_it_no_second_time_and_TikTok_is_asked_once()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        using var first = await host.Client.GetAsync($"/api/tiktok/accounts/{id}/avatar", Stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/tiktok/accounts/{id}/avatar");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag.ShouldNotBeNull());

        using var second = await host.Client.SendAsync(request, Stop);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        host.Asked(SandboxEndpoint.Image).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_address_that_has_lapsed_is_asked_for_anew()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        await SetAddressAsync(host, id, "https://p16-sign-sg.tiktokcdn.com/gone~a.jpeg?x-expires=1&x-signature=no");

        using var answer = await host.Client.GetAsync($"/api/tiktok/accounts/{id}/avatar", Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.RowAsync(id)).AvatarUrl.ShouldNotBeNull().ShouldNotContain("gone");
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_whatever_it_is_called()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        host.Fault(SandboxEndpoint.Image, FaultKind.Truncated, fault => fault with { Bytes = 500, Times = null });

        var answer = await host.GetAsync($"/api/tiktok/accounts/{id}/avatar");

        answer.Code.ShouldBeOneOf("unsupported_media", "network_error");
        answer.Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_refusal_is_remembered_for_a_moment()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        host.Fault(SandboxEndpoint.Image, FaultKind.Status, fault => fault with { Status = 500, Times = null });

        (await host.GetAsync($"/api/tiktok/accounts/{id}/avatar")).Code.ShouldBe("network_error");
        var asked = host.Asked(SandboxEndpoint.Image).Count;
        (await host.GetAsync($"/api/tiktok/accounts/{id}/avatar")).Status.ShouldBe(HttpStatusCode.BadGateway);

        host.Asked(SandboxEndpoint.Image).Count.ShouldBe(asked);
    }

    [Fact]
    public async Task An_account_without_a_picture_says_so()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        await SetAddressAsync(host, id, address: null, AccountState.NeedsReconnect);

        var answer = await host.GetAsync($"/api/tiktok/accounts/{id}/avatar");

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Code.ShouldBe("not_found");
        (await host.GetAsync("/api/tiktok/status"))["accounts.0.avatar_path"]
            .ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Creator_info_names_it_too()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        await SetAddressAsync(host, id, "https://p16-sign-sg.tiktokcdn.com/older~a.jpeg");

        var info = await host.GetAsync($"/api/tiktok/accounts/{id}/creator-info");

        info["avatar_path"].GetString().ShouldBe($"/api/tiktok/accounts/{id}/avatar");
        (await host.RowAsync(id)).AvatarUrl.ShouldBe(info["avatar_url"].GetString());
    }

    [Fact]
    public async Task Another_owners_account_is_not_found_even_when_its_picture_is_known()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        (await host.Client.GetAsync($"/api/tiktok/accounts/{id}/avatar", Stop)).Dispose();
        var other = await Someone.AddAsync(host, "ben");
        using var theirs = host.CreateClient(other.Key);

        using var answer = await theirs.GetAsync($"/api/tiktok/accounts/{id}/avatar", Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task SetAddressAsync(
        ServerHost host,
        Guid id,
        string? address,
        AccountState state = AccountState.Connected
    )
    {
        await using var scope = await host.EnterOwnerAsync(id);
        await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Set<TikTokAccount>()
            .Where(account => account.Id == id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(a => a.AvatarUrl, address).SetProperty(a => a.State, state),
                Stop
            );
    }
}
