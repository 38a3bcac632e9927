using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Official;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Worlds;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.TikTokApi.Tests.OAuth;

public sealed class ConnectingTests
{
    private static readonly Uri Loopback = new("http://127.0.0.1:5080/callback/");
    private static readonly Uri Web = new(DemoApps.WebRedirect);
    private static readonly ScopeSet Scopes = new(TikTokScopes.UserInfoBasic, TikTokScopes.VideoUpload);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_account_is_connected_from_consent_to_tokens(bool loopback)
    {
        var clock = new ManualClock();
        await using var session = await ApiSession.StartAsync(sandboxTime: clock, clientTime: clock);

        var tokens = await ConnectAsync(session, loopback ? Loopback : Web);

        tokens.Scopes.ShouldBe(Scopes);
        tokens.OpenId.ShouldStartWith("-000");
        tokens.AccessTokenExpiresAt.ShouldBe(clock.GetUtcNow().AddDays(1));
        tokens.RefreshTokenExpiresAt.ShouldBe(clock.GetUtcNow().AddDays(365));
        tokens.ToString().ShouldNotContain(tokens.AccessToken.Value);
        tokens.ToString().ShouldNotContain(tokens.RefreshToken.Value);
        var user = await session.Client.Users.GetAsync(tokens.AccessToken, tokens.Scopes, ApiSession.Stop);
        user.DisplayName.ShouldNotBeNullOrEmpty();
        user.OpenId.ShouldBe(tokens.OpenId);
        session.Sandbox.Official.Report.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_documented_web_flow_needs_no_challenge()
    {
        await using var session = await ApiSession.StartAsync();

        var tokens = await ConnectAsync(session, Web, PkceUse.LoopbackOnly);

        tokens.Scopes.ShouldBe(Scopes);
    }

    [Fact]
    public async Task Declined_scopes_are_missing_from_the_tokens()
    {
        await using var session = await ApiSession.StartAsync();

        var tokens = await ConnectAsync(session, Loopback, granted: [TikTokScopes.UserInfoBasic]);

        tokens.Scopes.Missing(Scopes).ShouldBe([TikTokScopes.VideoUpload]);
    }

    [Fact]
    public async Task Who_declines_everything_sends_no_code()
    {
        await using var session = await ApiSession.StartAsync();
        var authorization = Begin(session, Loopback);

        var address = session.Sandbox.Official.Consent(authorization.Address, DemoWorld.SunnyGarden, []);

        Should
            .Throw<TikTokApiException>(() => AuthorizationCallback.Read(address).TakeCode(authorization.State))
            .Failure.ShouldBe(FailureCatalogue.ConsentDeclined);
    }

    [Fact]
    public async Task Who_is_no_target_user_of_TikToks_sandbox_cannot_connect()
    {
        await using var session = await ApiSession.StartAsync(DemoApps.TargetsKey);
        var authorization = Begin(session, Loopback);

        var address = session.Sandbox.Official.Consent(authorization.Address, DemoWorld.HarborLights);

        Should
            .Throw<TikTokApiException>(() => AuthorizationCallback.Read(address).TakeCode(authorization.State))
            .Failure.ShouldBe(FailureCatalogue.NotSandboxUser);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(401)]
    public async Task A_code_is_good_once_whatever_status_TikTok_says_so_with(int status)
    {
        await using var session = await ApiSession.StartAsync();
        session.Sandbox.Official.Settings = new OfficialSettings { OAuthErrorStatus = status };
        var (code, authorization) = Consent(session, Loopback);
        await ExchangeAsync(session, code, authorization);

        var error = await Should.ThrowAsync<TikTokApiException>(ExchangeAsync(session, code, authorization));

        error.Failure.ShouldBe(FailureCatalogue.ReconnectNeeded);
        error.TikTokCode.ShouldBe("invalid_grant");
        error.TikTokMessage.ShouldBe("Authorization code is expired.");
        error.LogId.ShouldNotBeNull().Length.ShouldBe(34);
        error.MayHaveTakenEffect.ShouldBeFalse();
        error.Message.ShouldNotContain(code);
    }

    [Fact]
    public async Task A_code_that_waited_too_long_is_refused()
    {
        await using var session = await ApiSession.StartAsync();
        var (code, authorization) = Consent(session, Loopback);
        session.Sandbox.Clock.Advance(TimeSpan.FromMinutes(6));

        var error = await Should.ThrowAsync<TikTokApiException>(ExchangeAsync(session, code, authorization));

        error.Failure.ShouldBe(FailureCatalogue.ReconnectNeeded);
    }

    [Fact]
    public async Task Another_verifier_and_another_redirect_address_are_refused()
    {
        await using var session = await ApiSession.StartAsync();
        var (code, authorization) = Consent(session, Loopback);
        var (other, _) = Consent(session, Loopback);

        var verifier = await Should.ThrowAsync<TikTokApiException>(
            session.Client.OAuth.ExchangeAsync(code, Loopback, PkceVerifier.New(), ApiSession.Stop)
        );
        var redirect = await Should.ThrowAsync<TikTokApiException>(
            session.Client.OAuth.ExchangeAsync(
                other,
                new Uri("http://127.0.0.1:5081/callback/"),
                authorization.Verifier,
                ApiSession.Stop
            )
        );

        verifier.Failure.ShouldBe(FailureCatalogue.TikTokRejected);
        verifier.TikTokMessage.ShouldBe("Code verifier or code challenge is invalid.");
        redirect.TikTokMessage.ShouldBe("Redirect_uri is not matched with the uri when requesting code.");
    }

    [Fact]
    public async Task A_wrong_secret_is_named_and_not_shown()
    {
        await using var session = await ApiSession.StartAsync();
        var options = ApiSession.OptionsOf(session.Sandbox) with { ClientSecret = "not-the-secret" };
        using var stranger = new TikTokApiClient(options);
        var (code, authorization) = Consent(session, Loopback);

        var error = await Should.ThrowAsync<TikTokApiException>(
            stranger.OAuth.ExchangeAsync(code, Loopback, authorization.Verifier, ApiSession.Stop)
        );

        error.Failure.ShouldBe(FailureCatalogue.AppCredentialsInvalid);
        error.ToString().ShouldNotContain("not-the-secret");
    }

    [Fact]
    public async Task A_refresh_replaces_both_tokens_and_ends_the_old_one()
    {
        await using var session = await ApiSession.StartAsync();
        var tokens = await ConnectAsync(session, Loopback);

        var next = await session.Client.OAuth.RefreshAsync(tokens.RefreshToken, ApiSession.Stop);
        var error = await Should.ThrowAsync<TikTokApiException>(
            session.Client.OAuth.RefreshAsync(tokens.RefreshToken, ApiSession.Stop)
        );

        next.AccessToken.ShouldNotBe(tokens.AccessToken);
        next.RefreshToken.ShouldNotBe(tokens.RefreshToken);
        next.Scopes.ShouldBe(tokens.Scopes);
        error.Failure.ShouldBe(FailureCatalogue.ReconnectNeeded);
        error.ToString().ShouldNotContain(tokens.RefreshToken.Value);
    }

    [Fact]
    public async Task A_refresh_may_leave_the_refresh_token_as_it_is()
    {
        await using var session = await ApiSession.StartAsync();
        session.Sandbox.Official.Settings = new OfficialSettings { RotateRefreshTokens = false };
        var tokens = await ConnectAsync(session, Loopback);

        var next = await session.Client.OAuth.RefreshAsync(tokens.RefreshToken, ApiSession.Stop);

        next.RefreshToken.ShouldBe(tokens.RefreshToken);
    }

    [Fact]
    public async Task An_access_token_lapses_after_a_day_and_a_refresh_helps()
    {
        await using var session = await ApiSession.StartAsync();
        var tokens = await ConnectAsync(session, Loopback);
        session.Sandbox.Clock.Advance(TimeSpan.FromHours(25));

        var error = await Should.ThrowAsync<TikTokApiException>(
            session.Client.Users.GetAsync(tokens.AccessToken, tokens.Scopes, ApiSession.Stop)
        );
        var next = await session.Client.OAuth.RefreshAsync(tokens.RefreshToken, ApiSession.Stop);

        error.TikTokCode.ShouldBe("access_token_invalid");
        error.Failure.ShouldBe(FailureCatalogue.ReconnectNeeded);
        (await session.Client.Users.GetAsync(next.AccessToken, next.Scopes, ApiSession.Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Revoking_ends_the_access()
    {
        await using var session = await ApiSession.StartAsync();
        var tokens = await ConnectAsync(session, Loopback);

        await session.Client.OAuth.RevokeAsync(tokens.AccessToken, ApiSession.Stop);
        var error = await Should.ThrowAsync<TikTokApiException>(
            session.Client.OAuth.RevokeAsync(tokens.AccessToken, ApiSession.Stop)
        );

        error.Failure.ShouldBe(FailureCatalogue.ReconnectNeeded);
    }

    [Fact]
    public async Task Revoking_is_done_when_TikTok_answers_with_nothing()
    {
        await using var session = await ApiSession.StartAsync();
        session.Fault(SandboxEndpoint.Revoke, FaultKind.Empty);

        await session.Client.OAuth.RevokeAsync(session.Token, ApiSession.Stop);
    }

    [Theory]
    [InlineData(FaultKind.LostAnswer)]
    [InlineData(FaultKind.HtmlInstead)]
    [InlineData(FaultKind.Empty)]
    [InlineData(FaultKind.StatusAfter)]
    public async Task An_exchange_whose_answer_is_lost_is_not_repeated(FaultKind kind)
    {
        await using var session = await ApiSession.StartAsync();
        var (code, authorization) = Consent(session, Loopback);
        session.Fault(SandboxEndpoint.Token, kind);

        var error = await Should.ThrowAsync<TikTokApiException>(ExchangeAsync(session, code, authorization));

        error.Failure.ShouldBe(FailureCatalogue.NetworkError);
        error.MayHaveTakenEffect.ShouldBeTrue();
        session.Requests(SandboxEndpoint.Token).Count.ShouldBe(1);
    }

    private static async Task<TokenSet> ConnectAsync(
        ApiSession session,
        Uri redirect,
        PkceUse pkce = PkceUse.Always,
        string[]? granted = null
    )
    {
        var (code, authorization) = Consent(session, redirect, pkce, granted);
        return await ExchangeAsync(session, code, authorization);
    }

    private static Task<TokenSet> ExchangeAsync(ApiSession session, string code, Authorization authorization) =>
        session.Client.OAuth.ExchangeAsync(code, authorization.RedirectUri, authorization.Verifier, ApiSession.Stop);

    private static (string Code, Authorization Authorization) Consent(
        ApiSession session,
        Uri redirect,
        PkceUse pkce = PkceUse.Always,
        string[]? granted = null
    )
    {
        var authorization = Begin(session, redirect, pkce);
        var address = session.Sandbox.Official.Consent(authorization.Address, DemoWorld.SunnyGarden, granted);
        return (AuthorizationCallback.Read(address).TakeCode(authorization.State), authorization);
    }

    private static Authorization Begin(ApiSession session, Uri redirect, PkceUse pkce = PkceUse.Always) =>
        session.Client.OAuth.Begin(
            new AuthorizationRequest
            {
                RedirectUri = redirect,
                Scopes = Scopes,
                Pkce = pkce,
            }
        );
}
