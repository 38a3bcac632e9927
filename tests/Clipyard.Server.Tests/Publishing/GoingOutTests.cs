using Clipyard.Sandbox.Official;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Posts;
using Shouldly;

namespace Clipyard.Server.Tests.Publishing;

public sealed class GoingOutTests
{
    [Fact]
    public async Task A_draft_reaches_the_inbox_and_is_published_when_its_creator_posts_it()
    {
        await using var host = await PublishingHost.StartAsync();
        var video = host.NewVideo();

        var id = await host.AskAsync(video);
        await host.RunAsync();
        await host.AdvanceAsync(TimeSpan.FromSeconds(2));
        var inInbox = await host.RowAsync(id);
        host.Sandbox.Official.Inbox.Post(inInbox.PublishId!, "mine", "PUBLIC_TO_EVERYONE");
        await host.AdvanceAsync(TimeSpan.FromHours(1));

        inInbox.State.ShouldBe(PostState.InInbox, inInbox.FailureDetail);
        var answer = await host.Host.GetAsync($"/api/posts/{id}");
        answer["state"].GetString().ShouldBe("published");
        answer["status"].GetString().ShouldBe("PUBLISHED");
        answer["post_url"].GetString().ShouldStartWith("https://www.tiktok.com/@sunny.garden/video/");
        host.Sandbox.Official.CountPosts(video.Sha256).ShouldBe(1);
        host.Sandbox.Official.Report.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("upload")]
    [InlineData("pull")]
    public async Task A_direct_post_goes_out_with_its_settings(string transfer)
    {
        await using var host = await PublishingHost.StartAsync();
        var video = host.NewVideo();

        var id = await host.AskAsync(video, "direct", transfer, "PUBLIC_TO_EVERYONE");
        await host.UntilAsync(id, PostState.Published);

        var post = host.Sandbox.Official.Published.Single();
        post.Sha256.ShouldBe([video.Sha256]);
        post.Wish.Title.ShouldBe("A caption #test");
        (await host.AttemptsAsync(id)).Single().End.ShouldBe(AttemptEnds.Published);
        host.Sandbox.Official.Report.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_large_video_goes_out_in_chunks()
    {
        await using var host = await PublishingHost.StartAsync();
        var video = host.NewVideo(70_000_001);

        var id = await host.AskAsync(video);
        await host.UntilAsync(id, PostState.InInbox);

        host.Made(video).ShouldBe(1);
    }

    [Fact]
    public async Task A_scheduled_post_goes_out_at_its_time_and_not_before()
    {
        await using var host = await PublishingHost.StartAsync();
        var video = host.NewVideo();
        var at = host.Clock.GetUtcNow().AddHours(3);

        var id = await host.AskAsync(video, schedule: at);
        await host.RunAsync();
        await host.AdvanceAsync(TimeSpan.FromHours(3) - TimeSpan.FromSeconds(1));
        var before = await host.RowAsync(id);
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));

        before.State.ShouldBe(PostState.Scheduled);
        await host.UntilAsync(id, PostState.InInbox);
        host.Made(video).ShouldBe(1);
    }

    [Fact]
    public async Task What_TikTok_calls_final_is_final_with_its_own_word()
    {
        await using var host = await PublishingHost.StartAsync();
        host.Sandbox.Official.Settings = new OfficialSettings { RiskyTexts = ["#test"] };
        var video = host.NewVideo();

        var id = await host.AskAsync(video, "direct");
        await host.UntilAsync(id, PostState.Failed);

        var answer = await host.Host.GetAsync($"/api/posts/{id}");
        answer["fail.code"].GetString().ShouldBe("caption_rejected", answer.Text);
        answer["fail.tiktok_code"].GetString().ShouldBe("spam_risk_text");
        host.Made(video).ShouldBe(0);
    }
}
