using Clipyard.Failures;
using Clipyard.Links;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Tests.Videos;

public sealed class ShortLinkLookups
{
    [Theory]
    [InlineData("https://vm.tiktok.com/", DemoWorld.VideoCode, DemoWorld.PlainVideo)]
    [InlineData("https://vt.tiktok.com/", DemoWorld.VideoCode, DemoWorld.PlainVideo)]
    [InlineData("https://www.tiktok.com/t/", DemoWorld.VideoCode, DemoWorld.PlainVideo)]
    [InlineData("https://vm.tiktok.com/", DemoWorld.EmptyUserCode, DemoWorld.PlainVideo)]
    [InlineData("https://vm.tiktok.com/", DemoWorld.OldCode, DemoWorld.PlainVideo)]
    [InlineData("https://vm.tiktok.com/", DemoWorld.PhotoCode, DemoWorld.Photos)]
    public async Task A_short_link_leads_to_its_post(string start, string code, string id)
    {
        await using var host = await LibraryHost.StartAsync();

        var video = await host.Client.Videos.GetAsync(
            TikTokLink.Parse(start + code),
            TestContext.Current.CancellationToken
        );

        video.Id.Value.ShouldBe(id);
        host.Sandbox.Journal.Of(SandboxEndpoint.ShortLink)[0].Header("User-Agent").ShouldBe("facebookexternalhit/1.1");
    }

    [Theory]
    [InlineData(DemoWorld.ExpiredCode, "short_link_expired")]
    [InlineData(DemoWorld.UnknownCode, "short_link_expired")]
    [InlineData(DemoWorld.LoopCode, "short_link_expired")]
    [InlineData(DemoWorld.ForeignCode, "foreign_url")]
    [InlineData(DemoWorld.ProfileCode, "unsupported_url")]
    [InlineData(DemoWorld.RemovedCode, "video_removed")]
    public async Task A_short_link_that_leads_to_no_post_says_so(string code, string failure)
    {
        await using var host = await LibraryHost.StartAsync();

        var error = await Should.ThrowAsync<ClipyardException>(
            host.Client.Videos.GetAsync(
                TikTokLink.Parse("https://vm.tiktok.com/" + code),
                TestContext.Current.CancellationToken
            )
        );

        error.Code.ShouldBe(failure);
    }

    [Fact]
    public async Task A_goal_too_long_to_read_is_foreign_and_never_asked()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Sandbox.World.AddShortLink(
            new SandboxShortLink { Code = "ZMlong", Target = "http://evil.test/" + new string('a', 5000) }
        );

        var error = await Should.ThrowAsync<ClipyardException>(
            host.Client.Videos.GetAsync(
                TikTokLink.Parse("https://vm.tiktok.com/ZMlong"),
                TestContext.Current.CancellationToken
            )
        );

        error.Code.ShouldBe("foreign_url");
        host.Sandbox.Journal.Entries.ShouldHaveSingleItem().Host.ShouldBe("vm.tiktok.com");
    }

    [Fact]
    public async Task A_foreign_goal_is_never_asked()
    {
        await using var host = await LibraryHost.StartAsync();

        await Should.ThrowAsync<ClipyardException>(
            host.Client.Videos.GetAsync(
                TikTokLink.Parse("https://vm.tiktok.com/" + DemoWorld.ForeignCode),
                TestContext.Current.CancellationToken
            )
        );

        host.Sandbox.Journal.Entries.ShouldAllBe(entry => entry.Host.EndsWith("tiktok.com"));
    }
}
