using Clipyard.Failures;
using Clipyard.Links;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Clipyard.Videos;

namespace Clipyard.Tests.Videos;

public sealed class VideoLookups
{
    [Fact]
    public async Task A_post_is_read_from_its_desktop_page()
    {
        await using var host = await LibraryHost.StartAsync();

        var video = await host.Client.Videos.GetAsync(
            LibraryHost.Video(DemoWorld.PlainVideo),
            TestContext.Current.CancellationToken
        );

        video.Id.Value.ShouldBe(DemoWorld.PlainVideo);
        video.Kind.ShouldBe(PostKind.Video);
        video.Author!.Username.ShouldBe(DemoWorld.SunnyGarden);
        video.Counts.Exact.ShouldBeTrue();
        video.Renditions.ShouldNotBeEmpty();
        host.Sandbox.Journal.Of(SandboxEndpoint.Page).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(DemoWorld.OldMobile)]
    [InlineData(DemoWorld.SigiState)]
    [InlineData(DemoWorld.SigiPersisted)]
    [InlineData(DemoWorld.NextData)]
    [InlineData(DemoWorld.BrowserSaved)]
    [InlineData(DemoWorld.Reflow)]
    [InlineData(DemoWorld.WithoutAuthor)]
    [InlineData(DemoWorld.EmptyMusic)]
    [InlineData(DemoWorld.EmptyCaption)]
    public async Task Every_shape_of_page_gives_its_post(string id)
    {
        await using var host = await LibraryHost.StartAsync();

        var video = await host.Client.Videos.GetAsync(LibraryHost.Video(id), TestContext.Current.CancellationToken);

        video.Id.Value.ShouldBe(id);
        video.Renditions.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(DemoWorld.Removed, "video_removed")]
    [InlineData(DemoWorld.NeverExisted, "video_removed")]
    [InlineData(DemoWorld.InReview, "video_removed")]
    [InlineData(DemoWorld.TakenDown, "video_removed")]
    [InlineData(DemoWorld.GonePage, "video_removed")]
    [InlineData(DemoWorld.PrivatePost, "video_private")]
    [InlineData(DemoWorld.PrivateAccountPost, "video_private")]
    [InlineData(DemoWorld.RegionLocked, "region_blocked")]
    [InlineData(DemoWorld.CrossBorder, "region_blocked")]
    [InlineData(DemoWorld.AgeRestricted, "age_restricted")]
    [InlineData(DemoWorld.LoginWall, "login_required")]
    public async Task What_cannot_be_had_is_named(string id, string code)
    {
        await using var host = await LibraryHost.StartAsync();

        var error = await Should.ThrowAsync<ContentUnavailableException>(
            host.Client.Videos.GetAsync(LibraryHost.Video(id), TestContext.Current.CancellationToken)
        );

        error.Code.ShouldBe(code);
        error.IsTransient.ShouldBeFalse();
        error.Address!.ShouldContain(id);
    }

    [Fact]
    public async Task A_page_without_post_sends_us_to_the_mobile_page()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(FaultKind.Shape, SandboxEndpoint.Page, shape: PageShape.Shell);

        var video = await host.Client.Videos.GetAsync(
            LibraryHost.Video(DemoWorld.PlainVideo),
            TestContext.Current.CancellationToken
        );

        video.Id.Value.ShouldBe(DemoWorld.PlainVideo);
        var pages = host.Sandbox.Journal.Of(SandboxEndpoint.Page);
        pages.Count.ShouldBe(2);
        pages[1].Header("User-Agent")!.ShouldContain("iPhone");
    }

    [Fact]
    public async Task With_no_post_on_either_page_the_embed_page_is_read()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(FaultKind.Shape, SandboxEndpoint.Page, shape: PageShape.Shell, times: null);

        var video = await host.Client.Videos.GetAsync(
            LibraryHost.Video(DemoWorld.PlainVideo),
            TestContext.Current.CancellationToken
        );

        video.Id.Value.ShouldBe(DemoWorld.PlainVideo);
        host.Sandbox.Journal.Of(SandboxEndpoint.Embed).Count.ShouldBe(1);
    }

    [Fact]
    public async Task When_no_source_holds_the_post_the_first_answer_is_the_failure()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(FaultKind.Shape, SandboxEndpoint.Page, shape: PageShape.Shell, times: null);
        host.Fault(FaultKind.Truncated, SandboxEndpoint.Embed, bytes: 400, times: null);

        var error = await Should.ThrowAsync<ClipyardException>(
            host.Client.Videos.GetAsync(LibraryHost.Video(DemoWorld.PlainVideo), TestContext.Current.CancellationToken)
        );

        error.Code.ShouldBe("page_changed");
    }

    [Fact]
    public async Task The_page_of_another_post_is_never_taken_for_the_one_asked_for()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(FaultKind.OtherPost, SandboxEndpoint.Page, text: DemoWorld.RichCaption, times: null);

        var error = await Should.ThrowAsync<ClipyardException>(
            host.Client.Videos.GetAsync(LibraryHost.Video(DemoWorld.PlainVideo), TestContext.Current.CancellationToken)
        );

        error.Code.ShouldBe("wrong_video");
        error.IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task A_photo_post_is_asked_for_as_a_video_and_known_by_its_pictures()
    {
        await using var host = await LibraryHost.StartAsync();

        var video = await host.Client.Videos.GetAsync(
            TikTokLink.Parse($"https://www.tiktok.com/@paper.boats/photo/{DemoWorld.Photos}"),
            TestContext.Current.CancellationToken
        );

        video.Kind.ShouldBe(PostKind.Photo);
        video.Images.Count.ShouldBe(4);
        video.Renditions.ShouldBeEmpty();
        video.Url.ShouldContain("/photo/");
        host.Sandbox.Journal.Of(SandboxEndpoint.Page)[0].Path.ShouldContain("/video/");
    }

    [Fact]
    public async Task A_post_read_a_moment_ago_is_remembered()
    {
        await using var host = await LibraryHost.StartAsync();
        var link = LibraryHost.Video(DemoWorld.PlainVideo);

        await host.Client.Videos.GetAsync(link, TestContext.Current.CancellationToken);
        await host.Client.Videos.GetAsync(link, TestContext.Current.CancellationToken);

        host.Sandbox.Journal.Of(SandboxEndpoint.Page).Count.ShouldBe(1);
        host.Client.GetStatistics().CacheHitRate.ShouldBe(0.5);
    }

    [Fact]
    public async Task Half_an_hour_later_it_is_read_again()
    {
        var clock = new ManualClock();
        await using var host = await LibraryHost.StartAsync(time: clock);
        var link = LibraryHost.Video(DemoWorld.PlainVideo);

        await host.Client.Videos.GetAsync(link, TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromMinutes(31));
        await host.Client.Videos.GetAsync(link, TestContext.Current.CancellationToken);

        host.Sandbox.Journal.Of(SandboxEndpoint.Page).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_many_posts_each_ends_in_its_own_outcome()
    {
        await using var host = await LibraryHost.StartAsync();
        string[] ids = [DemoWorld.PlainVideo, DemoWorld.Removed, DemoWorld.RichCaption, DemoWorld.PrivatePost];

        var outcomes = new List<Outcome<VideoInfo>>();
        await foreach (
            var outcome in host.Client.Videos.GetManyAsync(
                ids.Select(LibraryHost.Video),
                TestContext.Current.CancellationToken
            )
        )
        {
            outcomes.Add(outcome);
        }

        outcomes.Count.ShouldBe(4);
        outcomes.Count(outcome => outcome.IsSuccess).ShouldBe(2);
        outcomes
            .Where(outcome => !outcome.IsSuccess)
            .Select(outcome => outcome.Error!.Code)
            .ShouldBe(["video_removed", "video_private"], ignoreOrder: true);
    }

    [Fact]
    public async Task Whoever_stops_reading_outcomes_stops_the_work()
    {
        await using var host = await LibraryHost.StartAsync(options => options with { Concurrency = 1 });
        string[] ids = [DemoWorld.PlainVideo, DemoWorld.RichCaption, DemoWorld.EmptyCaption, DemoWorld.Pinned];
        host.Fault(FaultKind.Stall, SandboxEndpoint.Page, post: DemoWorld.RichCaption, times: null);

        await foreach (
            var _ in host.Client.Videos.GetManyAsync(
                ids.Select(LibraryHost.Video),
                TestContext.Current.CancellationToken
            )
        )
        {
            break;
        }

        host.Sandbox.Journal.About(DemoWorld.EmptyCaption).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_profile_is_no_post()
    {
        await using var host = await LibraryHost.StartAsync();

        var error = await Should.ThrowAsync<ClipyardException>(
            host.Client.Videos.GetAsync(
                TikTokLink.Parse("https://www.tiktok.com/@sunny.garden"),
                TestContext.Current.CancellationToken
            )
        );

        error.Code.ShouldBe("unsupported_url");
    }
}
