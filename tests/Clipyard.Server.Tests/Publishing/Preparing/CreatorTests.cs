using Clipyard.Failures;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Preparing.Checks;
using Clipyard.TikTokApi.Accounts;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.Server.Tests.Publishing.Preparing;

public sealed class CreatorTests(MadeFiles made)
{
    [Fact]
    public async Task A_direct_post_that_the_creator_does_not_offer_fails_before_anything_is_fetched()
    {
        await using var host = await PreparingHost.StartAsync();
        var url = host.Web.Add("a.mp4", await made.BytesAsync("good.mp4"));

        var post = await host.PrepareAsync(new PostSource(Url: url), Direct("FOLLOWER_OF_CREATOR"));

        (post.State, post.FailureCode).ShouldBe((PostState.Failed, "privacy_not_allowed"));
        post.FailureDetail.ShouldNotBeNull().ShouldContain("PUBLIC_TO_EVERYONE, SELF_ONLY");
        host.Web.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task A_video_longer_than_the_creators_limit_names_both()
    {
        await using var host = await PreparingHost.StartAsync();
        host.Accounts.Creator = host.Accounts.Creator with { MaxVideoDuration = TimeSpan.FromSeconds(10) };
        var url = host.Web.Add("long.mp4", await made.BytesAsync("long.mp4"));

        var post = await host.PrepareAsync(new PostSource(Url: url));

        (post.State, post.FailureCode).ShouldBe((PostState.Failed, "video_too_long"));
        post.FailureDetail.ShouldNotBeNull().ShouldContain("0:12");
        post.FailureDetail.ShouldContain("0:10");
        post.FailureDetail.ShouldContain("repair");
        host.Staged().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_draft_without_the_permission_to_post_asks_nobody()
    {
        await using var host = await PreparingHost.StartAsync();
        host.Accounts.Scopes = new ScopeSet(TikTokScopes.VideoUpload);
        var url = host.Web.Add("a.mp4", await made.BytesAsync("good.mp4"));

        var post = await host.PrepareAsync(new PostSource(Url: url));

        post.State.ShouldBe(PostState.Queued);
        host.Accounts.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task TikTok_out_of_reach_does_not_hold_a_post_up_and_is_noted()
    {
        await using var host = await PreparingHost.StartAsync();
        host.Accounts.Failure = new ClipyardException(FailureCatalogue.NetworkError);
        var url = host.Web.Add("a.mp4", await made.BytesAsync("good.mp4"));

        var post = await host.PrepareAsync(new PostSource(Url: url), Direct("SELF_ONLY"));

        post.State.ShouldBe(PostState.Queued);
        var line = (await host.LogAsync(post.Id))[^1];
        line.Message.ShouldNotBeNull().ShouldContain("network_error");
        line.Data.ShouldNotBeNull().ShouldContain("\"creator_checked\":false");
    }

    [Fact]
    public async Task An_allowance_that_is_used_up_is_noted_and_not_waited_for()
    {
        await using var host = await PreparingHost.StartAsync();
        host.Accounts.AllowedAt = DateTimeOffset.UtcNow.AddSeconds(30);
        var url = host.Web.Add("a.mp4", await made.BytesAsync("good.mp4"));

        var post = await host.PrepareAsync(new PostSource(Url: url), Direct("SELF_ONLY"));

        post.State.ShouldBe(PostState.Queued);
        host.Accounts.Asked.ShouldBe(0);
        (await host.LogAsync(post.Id))[^1].Message.ShouldNotBeNull().ShouldContain("too often");
    }

    [Theory]
    [InlineData("creator_blocked")]
    [InlineData("scope_missing")]
    public async Task A_creator_who_may_not_post_ends_a_direct_post(string code)
    {
        await using var host = await PreparingHost.StartAsync();
        host.Accounts.Failure = new ClipyardException(FailureCatalogue.Find(code)!);

        var post = await host.PrepareAsync(new PostSource(Url: $"{host.Web.Origin}/a.mp4"), Direct("SELF_ONLY"));

        (post.State, post.FailureCode).ShouldBe((PostState.Failed, code));
    }

    [Fact]
    public void Interactions_that_the_creator_switched_off_cannot_be_allowed()
    {
        var barred = Creator with { CommentDisabled = true, DuetDisabled = true, StitchDisabled = true };

        Refusal(barred, s => s with { DisableComment = false }).ShouldNotBeNull().ShouldContain("disable_comment");
        Refusal(barred, s => s with { DisableDuet = false }).ShouldNotBeNull().ShouldContain("disable_duet");
        Refusal(barred, s => s with { DisableStitch = false }).ShouldNotBeNull().ShouldContain("disable_stitch");
        Refusal(barred, s => s).ShouldBeNull();
        Refusal(barred, s => s with { DisableDuet = false }, PostKind.Photos).ShouldBeNull();
        Refusal(Creator, s => s with { DisableComment = false }).ShouldBeNull();
    }

    [Fact]
    public void A_direct_post_needs_a_level_and_a_draft_does_not()
    {
        Refusal(Creator, s => s with { PrivacyLevel = null }).ShouldNotBeNull().ShouldContain("SELF_ONLY");
        Refusal(Creator, s => s with { PrivacyLevel = null }, mode: PostMode.Inbox).ShouldBeNull();
    }

    [Theory]
    [InlineData(60_000, true)]
    [InlineData(60_050, true)]
    [InlineData(60_051, false)]
    public void The_creators_limit_is_kept_to_the_last_picture(long durationMs, bool isTaken)
    {
        var creator = Creator with { MaxVideoDuration = TimeSpan.FromMinutes(1) };

        var failure = CreatorCheck.Of(Post(PostKind.Video, PostMode.Inbox), [File(durationMs)], creator);

        failure?.Code.ShouldBe("video_too_long");
        (failure is null).ShouldBe(isTaken);
    }

    private static readonly CreatorInfo Creator = new() { PrivacyLevels = [PrivacyLevel.SelfOnly] };

    private static Action<Post> Direct(string level) =>
        post =>
        {
            post.Mode = PostMode.Direct;
            post.Settings = new PostSettings { PrivacyLevel = level };
        };

    private static string? Refusal(
        CreatorInfo creator,
        Func<PostSettings, PostSettings> change,
        PostKind kind = PostKind.Video,
        PostMode mode = PostMode.Direct
    )
    {
        var post = Post(kind, mode);
        post.Settings = change(post.Settings);
        var failure = CreatorCheck.Of(post, [], creator);
        failure?.Code.ShouldBe("privacy_not_allowed");
        return failure?.Detail;
    }

    private static Post Post(PostKind kind, PostMode mode) =>
        new()
        {
            Kind = kind,
            Mode = mode,
            Source = new PostSource(),
            Settings = new PostSettings { PrivacyLevel = "SELF_ONLY" },
        };

    private static PostFile File(long durationMs) =>
        new()
        {
            Object = "staged/0.mp4",
            Sha256 = "",
            ContentType = "video/mp4",
            DurationMs = durationMs,
        };
}
