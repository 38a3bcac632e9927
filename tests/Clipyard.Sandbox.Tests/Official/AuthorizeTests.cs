using System.Net;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Tests.Official;

public sealed class AuthorizeTests
{
    private const string Pkce = $"&code_challenge={OfficialSession.Challenge}&code_challenge_method=S256";

    [Theory]
    [InlineData("client_key=awdemoaudited0001", "client_id=awdemoaudited0001", "client_key", "unauthorized_client")]
    [InlineData("client_key=awdemoaudited0001", "client_key=awnobody", "client_key", "unauthorized_client")]
    [InlineData("callback%2F", "elsewhere%2F", "redirect_uri", "invalid_request")]
    [InlineData("5080%2Fcallback%2F", "5080%2Fcallback", "redirect_uri", "invalid_request")]
    [InlineData("127.0.0.1%3A5080", "127.0.0.2%3A5080", "redirect_uri", "invalid_request")]
    [InlineData("state=S", "stat=S", "state", "invalid_request")]
    [InlineData(Pkce, "", "code_challenge", "invalid_request")]
    [InlineData("method=S256", "method=plain", "code_challenge_method", "invalid_request")]
    public async Task What_is_wrong_before_the_app_is_known_to_be_honest_ends_on_an_error_page(
        string part,
        string instead,
        string errorType,
        string error
    )
    {
        await using var session = await OfficialSession.StartAsync();
        var address = OfficialSession.AuthorizeAddress();
        address.ShouldContain(part);

        var answer = await GetAsync(session, address.Replace(part, instead, StringComparison.Ordinal));
        var page = await GetAsync(session, "http://www.tiktok.com" + answer.Location);

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        answer.Location.ShouldStartWith("/v2/auth/error/");
        answer.Callback("error_type").ShouldBe(errorType);
        answer.Callback("error").ShouldBe(error);
        page.Text.ShouldContain("Something went wrong");
        page.Text.ShouldContain(errorType);
    }

    [Theory]
    [InlineData("response_type=code", "response_type=token", "unsupported_response_type")]
    [InlineData("video.upload", "video.destroy", "invalid_scope")]
    [InlineData("%2Cvideo.upload", "%20video.upload", "invalid_scope")]
    [InlineData("user.info.basic%2Cvideo.upload", "", "invalid_scope")]
    public async Task What_is_wrong_afterwards_goes_to_the_callback(string part, string instead, string error)
    {
        await using var session = await OfficialSession.StartAsync();

        var answer = await GetAsync(
            session,
            OfficialSession.AuthorizeAddress().Replace(part, instead, StringComparison.Ordinal)
        );

        answer.Location.ShouldStartWith(OfficialSession.Redirect + "?");
        answer.Callback("error").ShouldBe(error);
        answer.Callback("state").ShouldBe("S");
    }

    [Fact]
    public async Task A_scope_that_the_app_is_not_approved_for_is_refused()
    {
        await using var session = await OfficialSession.StartAsync();
        var portal = session.Sandbox.Official.Portal;
        portal.PutApp(portal.FindApp(DemoApps.AuditedKey)! with { Scopes = ["user.info.basic"] });

        var answer = await GetAsync(session, OfficialSession.AuthorizeAddress());

        answer.Callback("error").ShouldBe("invalid_scope");
    }

    [Fact]
    public async Task The_web_flow_needs_no_challenge()
    {
        await using var session = await OfficialSession.StartAsync();

        var page = await GetAsync(
            session,
            OfficialSession.AuthorizeAddress(redirect: OfficialSession.WebRedirect, more: "")
        );

        page.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_page_sends_the_browser_back_with_what_was_ticked()
    {
        await using var session = await OfficialSession.StartAsync();

        var answer = await DecideAsync(session, "approve", "video.upload");

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        answer.Location.ShouldStartWith(OfficialSession.Redirect + "?code=");
        answer.Location.ShouldContain("%2A0%216410");
        answer.Callback("scopes").ShouldBe("video.upload");
        answer.Callback("state").ShouldBe("S");
    }

    [Theory]
    [InlineData("decline", "video.upload")]
    [InlineData("approve", null)]
    public async Task Who_allows_nothing_declines(string decision, string? scope)
    {
        await using var session = await OfficialSession.StartAsync();

        var answer = await DecideAsync(session, decision, scope);

        answer.Callback("error").ShouldBe("access_denied");
        answer.Callback("code").ShouldBeNull();
        answer.Callback("state").ShouldBe("S");
    }

    [Fact]
    public async Task An_account_that_is_no_target_user_cannot_connect_to_a_sandbox_app()
    {
        await using var session = await OfficialSession.StartAsync();
        var address = new Uri(OfficialSession.AuthorizeAddress(key: DemoApps.TargetsKey));

        var refused = session.Sandbox.Official.Consent(address, DemoWorld.HarborLights).Query;
        var allowed = session.Sandbox.Official.Consent(address, DemoWorld.SunnyGarden).Query;

        refused.ShouldContain("error=access_denied");
        refused.ShouldContain("error_type=non_sandbox_target");
        allowed.ShouldContain("code=");
    }

    [Fact]
    public async Task A_browser_that_is_signed_in_and_agreed_before_is_not_asked_again_unless_told_to()
    {
        await using var session = await OfficialSession.StartAsync();
        var first = await DecideAsync(session, "approve", "user.info.basic", "video.upload");
        var cookie = first.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

        var again = await GetAsync(session, OfficialSession.AuthorizeAddress(), cookie);
        var asked = await GetAsync(session, OfficialSession.AuthorizeAddress() + "&disable_auto_auth=1", cookie);
        var more = await GetAsync(session, OfficialSession.AuthorizeAddress("video.list"), cookie);

        again.Callback("code").ShouldNotBeNull();
        asked.Status.ShouldBe(HttpStatusCode.OK);
        more.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_page_cannot_answer_for_the_creator()
    {
        await using var session = await OfficialSession.StartAsync();

        using var request = Decision("approve", "video.upload");
        request.Headers.Add("Origin", "https://evil.example");
        using var response = await session.Client.SendAsync(request, OfficialSession.Token);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("http://example.com/callback/")]
    [InlineData("https://example.com/callback/?a=1")]
    [InlineData("https://example.com/callback/#here")]
    [InlineData("http://127.0.0.1/callback/")]
    [InlineData("http://[::1]:5080/callback/")]
    [InlineData("callback/")]
    public async Task The_portal_refuses_redirect_addresses_that_TikTok_does_not_take(string address)
    {
        await using var session = await OfficialSession.StartAsync();
        var portal = session.Sandbox.Official.Portal;
        var app = portal.FindApp(DemoApps.AuditedKey)!;

        Should.Throw<ArgumentException>(() => portal.PutApp(app with { RedirectUris = [address] }));
        Should.Throw<ArgumentException>(() =>
            portal.PutApp(app with { RedirectUris = [.. Enumerable.Repeat("https://a.example/", 11)] })
        );
        Should.Throw<ArgumentException>(() =>
            portal.PutApp(app with { RedirectUris = ["https://a.example/" + new string('a', 500)] })
        );
    }

    private static async Task<OfficialSession.Answer> DecideAsync(
        OfficialSession session,
        string decision,
        params string?[] scopes
    )
    {
        using var request = Decision(decision, scopes);
        using var response = await session.Client.SendAsync(request, OfficialSession.Token);
        var text = await response.Content.ReadAsStringAsync(OfficialSession.Token);
        return new(response.StatusCode, text, response.Headers.Location?.OriginalString, null, response.Headers);
    }

    private static HttpRequestMessage Decision(string decision, params string?[] scopes)
    {
        var query = new Uri(OfficialSession.AuthorizeAddress()).Query;
        List<KeyValuePair<string, string>> form =
        [
            new("request", query),
            new("creator", DemoWorld.SunnyGarden),
            new("decision", decision),
            .. scopes.OfType<string>().Select(scope => KeyValuePair.Create("scope", scope)),
        ];
        return new HttpRequestMessage(HttpMethod.Post, "http://www.tiktok.com/v2/auth/authorize/")
        {
            Content = new FormUrlEncodedContent(form),
        };
    }

    private static async Task<OfficialSession.Answer> GetAsync(
        OfficialSession session,
        string address,
        string? cookie = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookie is not null)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
        }

        using var response = await session.Client.SendAsync(request, OfficialSession.Token);
        var text = await response.Content.ReadAsStringAsync(OfficialSession.Token);
        return new(response.StatusCode, text, response.Headers.Location?.OriginalString, null, response.Headers);
    }
}
