using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Clipyard.Sandbox.Official;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Tests.Official;

public sealed class TokenTests
{
    [Fact]
    public async Task An_exchange_gives_a_flat_object_with_the_documented_lives()
    {
        await using var session = await OfficialSession.StartAsync();

        var answer = await ExchangeAsync(session, Code(session));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Flat("access_token").ShouldStartWith("act.");
        answer.Flat("refresh_token").ShouldStartWith("rft.");
        answer.Flat("open_id").Length.ShouldBe(36);
        answer.Flat("open_id").ShouldStartWith("-000");
        answer.Flat("token_type").ShouldBe("Bearer");
        answer.Json["expires_in"]!.GetValue<long>().ShouldBe(86_400);
        answer.Json["refresh_expires_in"]!.GetValue<long>().ShouldBe(31_536_000);
        answer.Json.ContainsKey("data").ShouldBeFalse();
    }

    [Theory]
    [InlineData("grant_type", null, "invalid_request", "The request parameters are malformed.")]
    [InlineData("grant_type", "password", "unsupported_grant_type", null)]
    [InlineData("client_key", null, "invalid_request", "The request parameters are malformed.")]
    [InlineData("client_key", "awnobody", "invalid_client", "Client info is illegal or malformed.")]
    [InlineData("client_secret", null, "invalid_request", "Client secret is missed in request.")]
    [InlineData("client_secret", "wrong", "invalid_client", "Client info is illegal or malformed.")]
    [InlineData("code", null, "invalid_request", "The request parameters are malformed.")]
    [InlineData("code", "nothing", "invalid_grant", "Authorization code is expired.")]
    [InlineData("redirect_uri", null, "invalid_request", "The request parameters are malformed.")]
    [InlineData(
        "redirect_uri",
        "http://127.0.0.1:5081/callback/",
        "invalid_request",
        "Redirect_uri is not matched with the uri when requesting code."
    )]
    [InlineData("code_verifier", null, "invalid_request", "Code verifier or code challenge is invalid.")]
    [InlineData("code_verifier", "another", "invalid_request", "Code verifier or code challenge is invalid.")]
    public async Task A_wrong_member_is_refused_with_status_200(
        string name,
        string? value,
        string error,
        string? description
    )
    {
        await using var session = await OfficialSession.StartAsync();

        var answer = await ExchangeAsync(session, Code(session), (name, value));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Flat("error").ShouldBe(error);
        (description ?? answer.Flat("error_description")).ShouldBe(answer.Flat("error_description"));
        answer.Flat("log_id").Length.ShouldBe(34);
        answer.Flat("log_id").ShouldStartWith("20260901200000");
    }

    [Fact]
    public async Task The_status_of_OAuth_errors_is_a_switch()
    {
        await using var session = await OfficialSession.StartAsync();
        session.Sandbox.Official.Settings = new OfficialSettings { OAuthErrorStatus = 400 };

        var answer = await ExchangeAsync(session, "nothing");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Another_content_type_is_malformed(string type)
    {
        await using var session = await OfficialSession.StartAsync();
        var content = new StringContent($"client_key={DemoApps.AuditedKey}&grant_type=client_credentials");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        var answer = await session.SendAsync(
            HttpMethod.Post,
            OfficialSession.Api + "oauth/token/",
            content,
            token: null
        );

        answer.Flat("error_description").ShouldBe("The request parameters are malformed.");
    }

    [Fact]
    public async Task Basic_authentication_is_malformed()
    {
        await using var session = await OfficialSession.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, OfficialSession.Api + "oauth/token/");
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("key:secret")));
        request.Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]);

        using var response = await session.Client.SendAsync(request, OfficialSession.Token);

        (await response.Content.ReadAsStringAsync(OfficialSession.Token)).ShouldContain("invalid_request");
    }

    [Fact]
    public async Task A_base64url_challenge_passes_the_consent_and_fails_the_exchange()
    {
        await using var session = await OfficialSession.StartAsync();
        var code = Code(
            session,
            "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"
        );

        var answer = await ExchangeAsync(session, code);

        answer.Flat("error_description").ShouldBe("Code verifier or code challenge is invalid.");
        session.Sandbox.Official.Report.Findings.ShouldHaveSingleItem().Rule.ShouldContain("hexadecimal");
    }

    [Fact]
    public async Task A_code_is_good_once_for_five_minutes_and_for_its_own_app()
    {
        await using var session = await OfficialSession.StartAsync();
        var used = Code(session);
        (await ExchangeAsync(session, used)).Json.ContainsKey("error").ShouldBeFalse();

        var twice = await ExchangeAsync(session, used);
        var foreign = await ExchangeAsync(
            session,
            Code(session),
            ("client_key", DemoApps.UnauditedKey),
            ("client_secret", DemoApps.UnauditedSecret)
        );
        var late = Code(session);
        session.Clock.Advance(TimeSpan.FromMinutes(5));
        var expired = await ExchangeAsync(session, late);

        twice.Flat("error").ShouldBe("invalid_grant");
        foreign.Flat("error").ShouldBe("invalid_grant");
        expired.Flat("error").ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task A_code_that_was_not_decoded_is_unknown_and_reported()
    {
        await using var session = await OfficialSession.StartAsync();

        var answer = await ExchangeAsync(session, Uri.EscapeDataString(Code(session)));

        answer.Flat("error").ShouldBe("invalid_grant");
        session.Sandbox.Official.Report.Findings.ShouldHaveSingleItem().Rule.ShouldContain("decoded");
    }

    [Fact]
    public async Task A_verifier_without_a_challenge_is_ignored_and_reported_as_luck()
    {
        await using var session = await OfficialSession.StartAsync();
        var code = Code(session, more: "", redirect: OfficialSession.WebRedirect);

        var answer = await ExchangeAsync(session, code, ("redirect_uri", OfficialSession.WebRedirect));

        answer.Flat("access_token").ShouldStartWith("act.");
        session.Sandbox.Official.Report.Findings.ShouldHaveSingleItem().Code.ShouldBeNull();
    }

    [Fact]
    public async Task A_refresh_rotates_and_the_old_token_is_dead()
    {
        await using var session = await OfficialSession.StartAsync();
        var old = session.Connect(DemoWorld.SunnyGarden);
        session.Clock.Advance(TimeSpan.FromDays(10));

        var refreshed = await RefreshAsync(session, old.RefreshToken);
        var replayed = await RefreshAsync(session, old.RefreshToken);
        var next = await RefreshAsync(session, refreshed.Flat("refresh_token"));

        refreshed.Flat("refresh_token").ShouldNotBe(old.RefreshToken);
        refreshed.Flat("open_id").ShouldBe(old.OpenId);
        refreshed.Json["refresh_expires_in"]!.GetValue<long>().ShouldBe(355 * 86_400);
        replayed.Flat("error").ShouldBe("invalid_grant");
        next.Flat("access_token").ShouldStartWith("act.");
    }

    [Fact]
    public async Task A_refresh_can_be_told_to_keep_the_token_or_to_refuse_sandboxes()
    {
        await using var session = await OfficialSession.StartAsync();
        session.Sandbox.Official.Settings = new OfficialSettings
        {
            RotateRefreshTokens = false,
            RefuseSandboxRefresh = true,
        };
        var kept = session.Connect(DemoWorld.SunnyGarden);
        var refused = session.Connect(DemoWorld.SunnyGarden, DemoApps.TargetsKey);

        var answer = await RefreshAsync(session, kept.RefreshToken);
        var sandbox = await RefreshAsync(session, refused.RefreshToken, DemoApps.TargetsKey, DemoApps.TargetsSecret);

        answer.Flat("refresh_token").ShouldBe(kept.RefreshToken);
        sandbox.Flat("error").ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task Tokens_expire_by_the_clock()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var tokens = session.Connect(DemoWorld.SunnyGarden);

        (await session.GetAsync("user/info/?fields=open_id")).ErrorCode.ShouldBe("ok");
        session.Clock.Advance(TimeSpan.FromHours(24));
        var expired = await session.GetAsync("user/info/?fields=open_id");
        session.Sandbox.Clock.Advance(TimeSpan.FromDays(364));
        var refresh = await RefreshAsync(session, tokens.RefreshToken);

        expired.Status.ShouldBe(HttpStatusCode.Unauthorized);
        expired.ErrorCode.ShouldBe("access_token_invalid");
        refresh.Flat("error").ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task Client_credentials_serve_no_posting()
    {
        await using var session = await OfficialSession.StartAsync();

        var answer = await session.FormAsync(
            "oauth/token/",
            ("client_key", DemoApps.AuditedKey),
            ("client_secret", DemoApps.AuditedSecret),
            ("grant_type", "client_credentials")
        );
        var call = await session.GetAsync("user/info/?fields=open_id", answer.Flat("access_token"));

        answer.Flat("access_token").ShouldStartWith("clt.");
        answer.Json["expires_in"]!.GetValue<long>().ShouldBe(7200);
        answer.Json.ContainsKey("refresh_token").ShouldBeFalse();
        call.ErrorCode.ShouldBe("access_token_invalid");
    }

    [Fact]
    public async Task Revoking_ends_both_tokens()
    {
        await using var session = await OfficialSession.StartAsync();
        var tokens = session.Connect(DemoWorld.SunnyGarden);
        (string, string)[] client = [("client_key", DemoApps.AuditedKey), ("client_secret", DemoApps.AuditedSecret)];

        var missing = await session.FormAsync("oauth/revoke/", client);
        var foreign = await session.FormAsync("oauth/revoke/", [.. client, ("token", "act.nobody")]);
        var revoked = await session.FormAsync("oauth/revoke/", [.. client, ("token", tokens.AccessToken)]);
        var call = await session.GetAsync("user/info/?fields=open_id");
        var refresh = await RefreshAsync(session, tokens.RefreshToken);

        missing.Flat("error").ShouldBe("invalid_request");
        foreign.Flat("error").ShouldBe("invalid_grant");
        revoked.Status.ShouldBe(HttpStatusCode.OK);
        revoked.Text.ShouldBe("{}");
        call.ErrorCode.ShouldBe("access_token_invalid");
        refresh.Flat("error").ShouldBe("invalid_grant");
    }

    private static string Code(
        OfficialSession session,
        string more = $"&code_challenge={OfficialSession.Challenge}&code_challenge_method=S256",
        string redirect = OfficialSession.Redirect
    )
    {
        var callback = session.Sandbox.Official.Consent(
            new Uri(OfficialSession.AuthorizeAddress(more: more, redirect: redirect)),
            DemoWorld.SunnyGarden
        );
        return System.Web.HttpUtility.ParseQueryString(callback.Query)["code"]!;
    }

    private static Task<OfficialSession.Answer> ExchangeAsync(
        OfficialSession session,
        string code,
        params (string Name, string? Value)[] changes
    )
    {
        var form = new Dictionary<string, string?>
        {
            ["client_key"] = DemoApps.AuditedKey,
            ["client_secret"] = DemoApps.AuditedSecret,
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = OfficialSession.Redirect,
            ["code_verifier"] = OfficialSession.Verifier,
        };
        foreach (var (name, value) in changes)
        {
            form[name] = value;
        }

        var members = form.Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!));
        return session.FormAsync("oauth/token/", [.. members]);
    }

    private static Task<OfficialSession.Answer> RefreshAsync(
        OfficialSession session,
        string token,
        string key = DemoApps.AuditedKey,
        string secret = DemoApps.AuditedSecret
    ) =>
        session.FormAsync(
            "oauth/token/",
            ("client_key", key),
            ("client_secret", secret),
            ("grant_type", "refresh_token"),
            ("refresh_token", token)
        );
}
