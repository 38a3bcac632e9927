using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Worlds;
using Clipyard.TikTokApi.Accounts;
using Clipyard.TikTokApi.OAuth;
using Clipyard.TikTokApi.Posting;

namespace Clipyard.TikTokApi.Tests.Posting;

public sealed class InitTests
{
    private static readonly VideoPost Private = new() { PrivacyLevel = PrivacyLevel.SelfOnly };

    [Theory]
    [InlineData(2000000, 10000000, 1, "The chunk size is invalid")]
    [InlineData(15000000, 10000000, 1, "The chunk size is invalid")]
    [InlineData(15000000, 10000000, 2, "The total chunk count is invalid")]
    [InlineData(66259900, 64000000, 1, "The chunk size is invalid")]
    [InlineData(145000000, 145000000, 1, "The chunk size is invalid")]
    [InlineData(50000123, 10000000, 6, "The total chunk count is invalid")]
    [InlineData(50000000, 1048576, 47, "The chunk size is invalid")]
    [InlineData(4000000, 2000000, 2, "The chunk size is invalid")]
    [InlineData(200000000, 100000000, 2, "The chunk size is invalid")]
    [InlineData(10000000, 0, 0, "The chunk size is invalid")]
    [InlineData(6000000000, 10000000, 600, null)]
    public async Task A_plan_that_TikTok_must_refuse_ends_as_a_refusal(long size, long chunk, int count, string? text)
    {
        await using var session = await ApiSession.StartAsync();
        var plan = new ChunkPlan(size, chunk, count);

        foreach (
            var init in new[]
            {
                session.Client.Posting.InitInboxUploadAsync(session.Token, plan, ApiSession.Stop),
                session.Client.Posting.InitDirectUploadAsync(session.Token, Private, plan, ApiSession.Stop),
            }
        )
        {
            var error = await Should.ThrowAsync<TikTokApiException>(init);
            error.Failure.ShouldBe(FailureCatalogue.TikTokRejected);
            error.TikTokCode.ShouldBe("invalid_params");
            error.TikTokMessage.ShouldBe(text ?? error.TikTokMessage);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4999999)]
    [InlineData(64000000)]
    [InlineData(64000001)]
    [InlineData(4294967296)]
    public async Task Plans_of_ours_are_taken_under_the_narrowest_reading(long size)
    {
        await using var session = await ApiSession.StartAsync();
        session.Sandbox.Official.Settings = session.Sandbox.Official.Settings with { NarrowChunks = true };

        var ticket = await session.InitDraftAsync(size);

        ticket.PublishId.Value.ShouldStartWith("v_inbox_file~");
        ticket.Plan.VideoBytes.ShouldBe(size);
        session.Sandbox.Official.Report.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(DemoWorld.SunnyGarden, "SELF_ONLY", false)]
    [InlineData(DemoWorld.QuietAttic, "FOLLOWER_OF_CREATOR", false)]
    [InlineData(DemoWorld.QuietAttic, "SELF_ONLY", true)]
    public async Task An_app_without_audit_posts_privately_to_private_accounts_only(
        string creator,
        string level,
        bool isTaken
    )
    {
        await using var session = await ApiSession.StartAsync(DemoApps.UnauditedKey, creator);
        var post = new VideoPost { PrivacyLevel = new PrivacyLevel(level) };

        var init = session.Client.Posting.InitDirectUploadAsync(
            session.Token,
            post,
            ChunkPlan.For(1000),
            ApiSession.Stop
        );

        if (isTaken)
        {
            (await init).PublishId.Value.ShouldStartWith("v_pub_file~");
            return;
        }

        (await Should.ThrowAsync<TikTokApiException>(init)).Failure.ShouldBe(FailureCatalogue.UnauditedApp);
        (await session.InitDraftAsync(1000)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("FOLLOWER_OF_CREATOR", "privacy_not_allowed")]
    [InlineData("ONLY_MY_CAT", "tiktok_rejected")]
    public async Task A_level_that_is_not_offered_is_refused(string level, string code)
    {
        await using var session = await ApiSession.StartAsync();

        var error = await Should.ThrowAsync<TikTokApiException>(
            session.Client.Posting.InitDirectUploadAsync(
                session.Token,
                new VideoPost { PrivacyLevel = new PrivacyLevel(level) },
                ChunkPlan.For(1000),
                ApiSession.Stop
            )
        );

        error.Code.ShouldBe(code);
    }

    [Fact]
    public async Task What_TikTok_would_refuse_for_certain_is_not_sent()
    {
        await using var session = await ApiSession.StartAsync();
        var branded = new VideoPost { PrivacyLevel = PrivacyLevel.SelfOnly, IsBrandedContent = true };
        var wordy = Private with { Caption = new string('x', 2201) };

        (await DirectAsync(session, branded)).Failure.ShouldBe(FailureCatalogue.PrivacyNotAllowed);
        (await DirectAsync(session, wordy)).Failure.ShouldBe(FailureCatalogue.CaptionTooLong);
        session.Requests(SandboxEndpoint.VideoInit).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caption_may_have_2200_units_and_is_never_cut_within_a_character()
    {
        await using var session = await ApiSession.StartAsync();
        var emoji = string.Concat(Enumerable.Repeat("🌊", 1101));

        var fitting = CaptionLength.Cut(emoji, CaptionLength.Video);
        var odd = CaptionLength.Cut("x" + emoji, CaptionLength.Video);
        await session.Client.Posting.InitDirectUploadAsync(
            session.Token,
            Private with
            {
                Caption = fitting,
            },
            ChunkPlan.For(1000),
            ApiSession.Stop
        );

        fitting.Length.ShouldBe(2200);
        odd.Length.ShouldBe(2199);
        session.Sandbox.Official.Tasks.ShouldHaveSingleItem().Wish.Title.ShouldBe(fitting);
    }

    [Fact]
    public async Task Every_setting_of_a_post_arrives()
    {
        await using var session = await ApiSession.StartAsync();

        await session.Client.Posting.InitDirectUploadAsync(
            session.Token,
            new VideoPost
            {
                PrivacyLevel = PrivacyLevel.MutualFollowFriends,
                Caption = "All of it",
                DisableComment = false,
                CoverAt = TimeSpan.FromSeconds(1.5),
                IsBrandedContent = true,
                IsBrandOrganic = true,
                IsAiGenerated = true,
            },
            ChunkPlan.For(1000),
            ApiSession.Stop
        );

        var wish = session.Sandbox.Official.Tasks.ShouldHaveSingleItem().Wish;
        wish.PrivacyLevel.ShouldBe("MUTUAL_FOLLOW_FRIENDS");
        wish.Title.ShouldBe("All of it");
        wish.DisableComment.ShouldBe(false);
        wish.DisableDuet.ShouldBe(true);
        wish.DisableStitch.ShouldBe(true);
        wish.CoverMs.ShouldBe(1500);
        wish.BrandContent.ShouldBe(true);
        wish.BrandOrganic.ShouldBe(true);
        wish.IsGenerated.ShouldBe(true);
    }

    [Fact]
    public async Task The_seventh_init_of_a_minute_is_refused_and_says_how_long_to_wait()
    {
        await using var session = await ApiSession.StartAsync();
        for (var init = 0; init < 6; init++)
        {
            await session.InitDraftAsync(1000);
        }

        var error = await Should.ThrowAsync<TikTokApiException>(session.InitDraftAsync(1000));

        error.Failure.ShouldBe(FailureCatalogue.RateLimited);
        error.RetryAfter.ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task The_sixth_waiting_draft_is_refused()
    {
        await using var session = await ApiSession.StartAsync();
        var clip = SandboxClips.Bytes(SandboxClips.Plain);
        for (var draft = 0; draft < 5; draft++)
        {
            using var video = new MemoryStream(clip);
            var ticket = await session.InitDraftAsync(clip.Length);
            await session.Client.Uploads.SendAsync(ticket, new StreamUploadSource(video), null, ApiSession.Stop);
        }

        var error = await Should.ThrowAsync<TikTokApiException>(session.InitDraftAsync(clip.Length));

        error.Failure.ShouldBe(FailureCatalogue.PendingDraftsCap);
        error.IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task Permission_to_post_is_none_to_make_drafts()
    {
        await using var session = await ApiSession.StartAsync(scopes: [TikTokScopes.VideoPublish]);

        var error = await Should.ThrowAsync<TikTokApiException>(session.InitDraftAsync(1000));

        error.Failure.ShouldBe(FailureCatalogue.ScopeMissing);
    }

    private static Task<ClipyardException> DirectAsync(ApiSession session, VideoPost post) =>
        Should.ThrowAsync<ClipyardException>(async () =>
            await session.Client.Posting.InitDirectUploadAsync(
                session.Token,
                post,
                ChunkPlan.For(1000),
                ApiSession.Stop
            )
        );
}
