using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Media;
using Clipyard.TikTokApi.Accounts;
using Clipyard.TikTokApi.Posting;

namespace Clipyard.TikTokApi.Tests.Posting;

public sealed class PullTests
{
    [Fact]
    public async Task TikTok_fetches_a_video_and_makes_a_draft_of_it()
    {
        await using var session = await ApiSession.StartAsync();
        var clip = SandboxClips.Bytes(SandboxClips.Plain);
        await using var host = await MediaHost.StartAsync(context => context.Response.Body.WriteAsync(clip).AsTask());

        var id = await session.Client.Posting.InitInboxPullAsync(session.Token, host["clip.mp4"], ApiSession.Stop);
        var stage = await WaitAsync(session, id, PublishStage.SentToInbox);

        id.Value.ShouldStartWith("v_inbox_url~");
        stage.ShouldBe(PublishStage.SentToInbox);
        session.Sandbox.Official.Report.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task TikTok_fetches_a_video_and_posts_it()
    {
        await using var session = await ApiSession.StartAsync();
        var clip = SandboxClips.Bytes(SandboxClips.Plain);
        await using var host = await MediaHost.StartAsync(context => context.Response.Body.WriteAsync(clip).AsTask());
        var post = new VideoPost { PrivacyLevel = PrivacyLevel.PublicToEveryone, Caption = "Pulled" };

        var id = await session.Client.Posting.InitDirectPullAsync(
            session.Token,
            post,
            host["clip.mp4"],
            ApiSession.Stop
        );

        (await WaitAsync(session, id, PublishStage.Published)).ShouldBe(PublishStage.Published);
        session.Sandbox.Official.Published.ShouldHaveSingleItem().Wish.Title.ShouldBe("Pulled");
    }

    [Fact]
    public async Task A_pull_is_cancelled_while_it_runs()
    {
        await using var session = await ApiSession.StartAsync();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await MediaHost.StartAsync(async context =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });

        var id = await session.Client.Posting.InitInboxPullAsync(session.Token, host["clip.mp4"], ApiSession.Stop);
        await asked.Task;
        await session.Client.Posting.CancelAsync(session.Token, id, ApiSession.Stop);
        var status = await session.Client.Posting.GetStatusAsync(session.Token, id, ApiSession.Stop);

        status.Stage.ShouldBe(PublishStage.Failed);
        status.FailReason.ShouldBe("publish_cancelled");
        status.MayTryAgain.ShouldBeFalse();
    }

    [Fact]
    public async Task Photos_are_posted_or_become_a_draft_with_their_texts()
    {
        await using var session = await ApiSession.StartAsync();
        var photo = SandboxClips.Bytes(SandboxClips.Photo);
        await using var host = await MediaHost.StartAsync(context => context.Response.Body.WriteAsync(photo).AsTask());
        var post = new PhotoPost
        {
            Photos = [host["1.jpg"], host["2.jpg"]],
            CoverIndex = 1,
            Title = "Class notes",
            Description = "Two slides #study",
        };

        var draft = await session.Client.Posting.InitPhotosAsync(session.Token, post, ApiSession.Stop);
        var direct = await session.Client.Posting.InitPhotosAsync(
            session.Token,
            post with
            {
                PrivacyLevel = PrivacyLevel.PublicToEveryone,
            },
            ApiSession.Stop
        );

        (await WaitAsync(session, draft, PublishStage.SentToInbox)).ShouldBe(PublishStage.SentToInbox);
        (await WaitAsync(session, direct, PublishStage.Published)).ShouldBe(PublishStage.Published);
        var made = session.Sandbox.Official.Published.ShouldHaveSingleItem();
        made.IsPhoto.ShouldBeTrue();
        made.Wish.Description.ShouldBe("Two slides #study");
        session.Sandbox.Official.Report.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_that_is_not_proved_to_be_ours_is_refused()
    {
        await using var session = await ApiSession.StartAsync();
        var elsewhere = new Uri("https://media.example.com/clip.mp4");

        var video = await Should.ThrowAsync<TikTokApiException>(
            session.Client.Posting.InitInboxPullAsync(session.Token, elsewhere, ApiSession.Stop)
        );
        var photo = await Should.ThrowAsync<TikTokApiException>(
            session.Client.Posting.InitPhotosAsync(
                session.Token,
                new PhotoPost { Photos = [elsewhere] },
                ApiSession.Stop
            )
        );

        video.Failure.ShouldBe(FailureCatalogue.UrlOwnershipUnverified);
        photo.Failure.ShouldBe(FailureCatalogue.UrlOwnershipUnverified);
    }

    [Fact]
    public async Task Photos_that_TikTok_would_refuse_are_not_announced()
    {
        await using var session = await ApiSession.StartAsync();
        var one = new PhotoPost { Photos = [new Uri("https://media.example.com/1.jpg")] };
        (PhotoPost Post, string Code)[] cases =
        [
            (one with { Photos = [] }, "invalid_parameter"),
            (one with { Photos = [.. Enumerable.Repeat(one.Photos[0], 36)] }, "invalid_parameter"),
            (one with { CoverIndex = 1 }, "invalid_parameter"),
            (one with { CoverIndex = -1 }, "invalid_parameter"),
            (one with { Photos = [new Uri("file:///etc/passwd")] }, "invalid_parameter"),
            (one with { Title = new string('x', 91) }, "caption_too_long"),
            (one with { Description = new string('x', 4001) }, "caption_too_long"),
            (one with { PrivacyLevel = PrivacyLevel.SelfOnly, IsBrandedContent = true }, "privacy_not_allowed"),
        ];

        foreach (var (post, code) in cases)
        {
            var error = await Should.ThrowAsync<ClipyardException>(
                session.Client.Posting.InitPhotosAsync(session.Token, post, ApiSession.Stop)
            );
            error.Code.ShouldBe(code);
        }

        session.Requests(SandboxEndpoint.PhotoInit).ShouldBeEmpty();
    }

    private static async Task<PublishStage> WaitAsync(ApiSession session, PublishId id, PublishStage stage)
    {
        // The sandbox fetches at its own pace, and pauses between questions are no concern of this test.
        var clock = new ManualClock();
        using var client = new TikTokApiClient(ApiSession.OptionsOf(session.Sandbox), timeProvider: clock);
        var last = PublishStage.Unknown;
        await clock.RunAsync(FollowAsync(), within: TimeSpan.FromSeconds(20));
        return last;

        async Task FollowAsync()
        {
            session.Sandbox.RateLimits.Set(SandboxEndpoint.PublishStatus, 100_000);
            await foreach (var status in client.Posting.WatchAsync(session.Token, id, ApiSession.Stop))
            {
                last = status.Stage;
                if (last == stage)
                {
                    break;
                }
            }
        }
    }
}
