using System.Net;
using Clipyard.Sandbox.Worlds;
using Clipyard.Testing;

namespace Clipyard.Sandbox.Tests.ShortLinks;

public sealed class ShortLinkTests
{
    [Theory]
    [InlineData("https://vm.tiktok.com/" + DemoWorld.VideoCode + "/", "GET")]
    [InlineData("https://vt.tiktok.com/" + DemoWorld.VideoCode, "GET")]
    [InlineData("https://www.tiktok.com/t/" + DemoWorld.VideoCode + "/", "HEAD")]
    [InlineData("https://www.tiktok.com/t/" + DemoWorld.VideoCode + "//", "GET")]
    public async Task A_code_leads_to_its_post(string address, string method)
    {
        await using var session = await SandboxSession.StartAsync(Token);

        using var response = await session.SendAsync(new HttpMethod(method), address);
        var body = await response.Content.ReadAsStringAsync(Token);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.AbsolutePath.ShouldBe($"/@{DemoWorld.SunnyGarden}/video/{DemoWorld.PlainVideo}");
        body.ShouldStartWith(method is "GET" ? "<a href=\"https://" : "");
    }

    [Theory]
    [InlineData(DemoWorld.ExpiredCode)]
    [InlineData(DemoWorld.UnknownCode)]
    public async Task An_expired_or_unknown_code_leads_home(string code)
    {
        await using var session = await SandboxSession.StartAsync(Token);

        using var response = await session.GetAsync($"https://vm.tiktok.com/{code}/");

        response.Headers.Location!.OriginalString.ShouldBe("https://www.tiktok.com/?_r=1");
    }

    [Fact]
    public async Task An_old_code_leads_to_the_old_address_which_still_shows_the_post_as_to_a_phone()
    {
        await using var session = await SandboxSession.StartAsync(Token);

        using var response = await session.GetAsync($"https://vm.tiktok.com/{DemoWorld.OldCode}/");
        var html = await session.GetTextAsync(response.Headers.Location!.AbsoluteUri);

        response.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        response.Headers.Location.Host.ShouldBe("m.tiktok.com");
        PageReader.Scope(html, "webapp.reflow.video.detail").ShouldNotBeNull();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
