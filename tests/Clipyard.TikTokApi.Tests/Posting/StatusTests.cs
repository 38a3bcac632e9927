using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Official;
using Clipyard.Sandbox.Worlds;
using Clipyard.TikTokApi.Accounts;
using Clipyard.TikTokApi.Posting;

namespace Clipyard.TikTokApi.Tests.Posting;

public sealed class StatusTests
{
    private static readonly byte[] Clip = SandboxClips.Bytes(SandboxClips.Plain);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_draft_is_followed_from_init_to_the_creators_post(bool emptyIds)
    {
        await using var session = await ApiSession.StartAsync();
        session.Sandbox.Official.Settings = new OfficialSettings
        {
            EmptyPostIds = emptyIds,
            ProcessingDelay = TimeSpan.FromSeconds(10),
            ModerationDelay = TimeSpan.FromMinutes(1),
        };

        var ticket = await session.InitDraftAsync(Clip.Length);
        var begun = await session.StatusAsync(ticket);
        await SendAsync(session, ticket);
        var processing = await session.StatusAsync(ticket);
        session.Sandbox.Clock.Advance(TimeSpan.FromSeconds(10));
        var delivered = await session.StatusAsync(ticket);
        var post = session.Sandbox.Official.Inbox.Post(ticket.PublishId.Value)!;
        var posted = await session.StatusAsync(ticket);
        session.Sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        var moderated = await session.StatusAsync(ticket);
        var again = session.Sandbox.Official.Inbox.Post(ticket.PublishId.Value)!;
        session.Sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        var twice = await session.StatusAsync(ticket);

        begun.Stage.ShouldBe(PublishStage.ProcessingUpload);
        begun.UploadedBytes.ShouldBe(0);
        begun.PostIds.ShouldBeEmpty();
        processing.UploadedBytes.ShouldBe(Clip.Length);
        delivered.Stage.ShouldBe(PublishStage.SentToInbox);
        delivered.IsFinal.ShouldBeFalse();
        posted.Stage.ShouldBe(PublishStage.Published);
        posted.PostIds.ShouldBeEmpty();
        moderated.PostIds.ShouldBe([post.PostId]);
        twice.PostIds.ShouldBe([post.PostId, again.PostId]);
    }

    [Theory]
    [InlineData("file_format_check_failed", "unsupported_media", false)]
    [InlineData("duration_check_failed", "video_too_long", false)]
    [InlineData("frame_rate_check_failed", "unsupported_media", false)]
    [InlineData("picture_size_check_failed", "unsupported_media", false)]
    [InlineData("internal", "tiktok_rejected", true)]
    [InlineData("video_pull_failed", "url_unreachable", true)]
    [InlineData("photo_pull_failed", "url_unreachable", true)]
    [InlineData("publish_cancelled", "tiktok_rejected", false)]
    [InlineData("auth_removed", "reconnect_needed", false)]
    [InlineData("spam_risk_too_many_posts", "daily_cap", false)]
    [InlineData("spam_risk_user_banned_from_posting", "creator_blocked", false)]
    [InlineData("spam_risk_text", "caption_rejected", false)]
    [InlineData("spam_risk", "tiktok_rejected", false)]
    [InlineData("a_reason_of_tomorrow", "tiktok_rejected", false)]
    public async Task A_failed_post_says_why_and_whether_another_try_may_help(string reason, string code, bool again)
    {
        await using var session = await ApiSession.StartAsync();
        session.Fault(SandboxEndpoint.Processing, FaultKind.FailProcessing, fault => fault with { Text = reason });

        var ticket = await session.InitDraftAsync(Clip.Length);
        await SendAsync(session, ticket);
        var status = await session.StatusAsync(ticket);

        status.Stage.ShouldBe(PublishStage.Failed);
        status.IsFinal.ShouldBeTrue();
        status.FailReason.ShouldBe(reason);
        status.Failure!.Code.ShouldBe(code);
        status.MayTryAgain.ShouldBe(again);
    }

    [Fact]
    public async Task What_is_no_video_fails_after_the_upload()
    {
        await using var session = await ApiSession.StartAsync();
        using var noise = new MemoryStream(new byte[5000]);

        var ticket = await session.InitDraftAsync(5000);
        await session.Client.Uploads.SendAsync(ticket, new StreamUploadSource(noise), null, ApiSession.Stop);

        (await session.StatusAsync(ticket)).Failure.ShouldBe(FailureCatalogue.UnsupportedMedia);
    }

    [Fact]
    public async Task A_private_post_never_tells_its_id()
    {
        await using var session = await ApiSession.StartAsync(creator: DemoWorld.QuietAttic);
        var ticket = await session.Client.Posting.InitDirectUploadAsync(
            session.Token,
            new VideoPost { PrivacyLevel = PrivacyLevel.SelfOnly },
            ChunkPlan.For(Clip.Length),
            ApiSession.Stop
        );
        await SendAsync(session, ticket);

        var status = await session.StatusAsync(ticket);

        status.Stage.ShouldBe(PublishStage.Published);
        status.PostIds.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_accounts_post_and_no_post_at_all_are_told_apart()
    {
        await using var session = await ApiSession.StartAsync();
        var ticket = await session.InitDraftAsync(1000);
        session.Connect(DemoWorld.HarborLights);

        var foreign = await Should.ThrowAsync<TikTokApiException>(session.StatusAsync(ticket));
        var unknown = await Should.ThrowAsync<TikTokApiException>(
            session.Client.Posting.GetStatusAsync(session.Token, new PublishId("v_pub_file~v2-1.9"), ApiSession.Stop)
        );
        var upload = await Should.ThrowAsync<TikTokApiException>(
            session.Client.Posting.CancelAsync(session.Token, ticket.PublishId, ApiSession.Stop)
        );

        foreign.Failure.ShouldBe(FailureCatalogue.Forbidden);
        unknown.Failure.ShouldBe(FailureCatalogue.NotFound);
        upload.Failure.ShouldBe(FailureCatalogue.Forbidden);
    }

    [Fact]
    public async Task Watching_waits_for_a_post_that_is_not_known_yet_and_ends_with_its_fate()
    {
        var clock = new ManualClock();

        // Longer than any pause: the clock must not jump to the end of a call that really runs.
        await using var session = await ApiSession.StartAsync(
            sandboxTime: clock,
            clientTime: clock,
            change: options => options with { RequestTimeout = TimeSpan.FromHours(1) }
        );
        session.Sandbox.Official.Settings = new OfficialSettings
        {
            PublishIdDelay = TimeSpan.FromSeconds(5),
            ProcessingDelay = TimeSpan.FromSeconds(90),
        };
        var ticket = await session.InitDraftAsync(Clip.Length);
        await SendAsync(session, ticket);
        var seen = new List<PublishStage>();

        await clock.RunAsync(WatchAsync(session, ticket, seen), within: TimeSpan.FromSeconds(60));

        // How many polls come before its fate depends on how far the clock is when an answer arrives.
        seen.SkipWhile(stage => stage == PublishStage.ProcessingUpload)
            .ShouldBe([PublishStage.SentToInbox, PublishStage.Published]);
        session.Requests(SandboxEndpoint.PublishStatus).Count.ShouldBeLessThan(15);
    }

    [Fact]
    public async Task Only_a_pull_can_be_cancelled()
    {
        await using var session = await ApiSession.StartAsync();
        var ticket = await session.InitDraftAsync(1000);

        var error = await Should.ThrowAsync<TikTokApiException>(
            session.Client.Posting.CancelAsync(session.Token, ticket.PublishId, ApiSession.Stop)
        );

        error.Failure.ShouldBe(FailureCatalogue.NotCancellable);
    }

    private static async Task WatchAsync(ApiSession session, UploadTicket ticket, List<PublishStage> seen)
    {
        await foreach (
            var status in session.Client.Posting.WatchAsync(session.Token, ticket.PublishId, ApiSession.Stop)
        )
        {
            seen.Add(status.Stage);
            if (status.Stage == PublishStage.SentToInbox)
            {
                session.Sandbox.Official.Inbox.Post(ticket.PublishId.Value, privacyLevel: "SELF_ONLY");
            }
        }
    }

    private static async Task SendAsync(ApiSession session, UploadTicket ticket)
    {
        using var video = new MemoryStream(Clip);
        await session.Client.Uploads.SendAsync(ticket, new StreamUploadSource(video), null, ApiSession.Stop);
    }
}
