using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Worlds;
using Clipyard.TikTokApi.Accounts;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.TikTokApi.Tests.Accounts;

public sealed class AccountTests
{
    [Fact]
    public async Task A_profile_is_read_as_far_as_it_was_granted()
    {
        await using var session = await ApiSession.StartAsync();
        var all = new ScopeSet(
            TikTokScopes.UserInfoBasic,
            TikTokScopes.UserInfoProfile,
            TikTokScopes.UserInfoStats,
            TikTokScopes.VideoUpload
        );

        var user = await session.Client.Users.GetAsync(session.Token, all, ApiSession.Stop);
        session.Connect(DemoWorld.SunnyGarden, scopes: [TikTokScopes.UserInfoBasic]);
        var basic = await session.Client.Users.GetAsync(
            session.Token,
            new ScopeSet(TikTokScopes.UserInfoBasic),
            ApiSession.Stop
        );

        user.Username.ShouldBe(DemoWorld.SunnyGarden);
        user.FollowerCount.ShouldNotBeNull();
        user.IsVerified.ShouldNotBeNull();
        user.ProfileWebLink.ShouldNotBeNull();
        basic.DisplayName.ShouldBe(user.DisplayName);
        basic.OpenId.ShouldBe(user.OpenId);
        basic.Username.ShouldBeNull();
        basic.FollowerCount.ShouldBeNull();
        session.Sandbox.Official.Report.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("display_name,username", "scope_permission_missed")]
    [InlineData("username", "scope_not_authorized")]
    public async Task Fields_beyond_what_was_granted_are_refused(string fields, string code)
    {
        await using var session = await ApiSession.StartAsync(scopes: [TikTokScopes.UserInfoBasic]);

        var error = await Should.ThrowAsync<TikTokApiException>(
            session.Client.Users.GetAsync(session.Token, fields.Split(','), ApiSession.Stop)
        );

        error.TikTokCode.ShouldBe(code);
        error.Failure.ShouldBe(FailureCatalogue.ScopeMissing);
    }

    [Fact]
    public async Task Without_any_permission_for_it_a_profile_is_not_asked_for()
    {
        await using var session = await ApiSession.StartAsync();
        var granted = new ScopeSet(TikTokScopes.VideoUpload);

        var error = await Should.ThrowAsync<ClipyardException>(async () =>
            await session.Client.Users.GetAsync(session.Token, granted, ApiSession.Stop)
        );

        error.Failure.ShouldBe(FailureCatalogue.ScopeMissing);
        session.Requests(SandboxEndpoint.UserInfo).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(DemoWorld.SunnyGarden, "PUBLIC_TO_EVERYONE")]
    [InlineData(DemoWorld.QuietAttic, "FOLLOWER_OF_CREATOR")]
    public async Task Creator_info_says_what_the_account_may_post(string creator, string level)
    {
        await using var session = await ApiSession.StartAsync(creator: creator);

        var info = await session.Client.Creators.GetAsync(session.Token, ApiSession.Stop);

        info.Username.ShouldBe(creator);
        info.Nickname.ShouldNotBeNullOrEmpty();
        info.PrivacyLevels.ShouldBe([new PrivacyLevel(level), PrivacyLevel.MutualFollowFriends, PrivacyLevel.SelfOnly]);
        info.DuetDisabled.ShouldBe(creator == DemoWorld.QuietAttic);
        info.MaxVideoDuration.ShouldBe(TimeSpan.FromMinutes(10));
        session.Sandbox.Official.Report.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_creator_who_may_not_post_now_is_named_although_TikTok_answers_with_200()
    {
        await using var session = await ApiSession.StartAsync();
        Change(session, posting => posting with { BannedFromPosting = true });
        var banned = await Should.ThrowAsync<TikTokApiException>(
            session.Client.Creators.GetAsync(session.Token, ApiSession.Stop)
        );
        Change(session, posting => posting with { BannedFromPosting = false, PostsPerDay = 0 });
        var tooMany = await Should.ThrowAsync<TikTokApiException>(
            session.Client.Creators.GetAsync(session.Token, ApiSession.Stop)
        );

        banned.Failure.ShouldBe(FailureCatalogue.CreatorBlocked);
        ((int?)banned.HttpStatus).ShouldBe(200);
        tooMany.Failure.ShouldBe(FailureCatalogue.DailyCap);
    }

    [Theory]
    [InlineData("")]
    [InlineData("act with space")]
    [InlineData("act.line\nbreak")]
    [InlineData("act.ünïcode")]
    public void What_cannot_be_a_token_is_refused_without_being_shown(string text)
    {
        var error = Should.Throw<ArgumentException>(() => new AccessToken(text));

        if (text.Length > 0)
        {
            error.Message.ShouldNotContain(text);
        }

        Should.Throw<ArgumentException>(() => new RefreshToken(text));
    }

    private static void Change(ApiSession session, Func<PostingProfile, PostingProfile> change)
    {
        var creator = session.Sandbox.World.FindCreator(DemoWorld.SunnyGarden)!;
        session.Sandbox.World.AddCreator(creator with { Posting = change(creator.Posting) });
    }
}
