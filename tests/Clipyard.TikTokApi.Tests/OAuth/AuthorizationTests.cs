using Clipyard.Failures;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.TikTokApi.Tests.OAuth;

public sealed class AuthorizationTests
{
    private static readonly ScopeSet Scopes = new(TikTokScopes.UserInfoBasic, TikTokScopes.VideoUpload);

    [Fact]
    public void The_consent_page_is_asked_as_documented()
    {
        using var client = Client();

        var authorization = client.OAuth.Begin(Request("http://127.0.0.1:5080/callback/"));

        authorization.Address.AbsoluteUri.ShouldBe(
            "https://www.tiktok.com/v2/auth/authorize/?client_key=awexample&response_type=code"
                + "&scope=user.info.basic%2Cvideo.upload&redirect_uri=http%3A%2F%2F127.0.0.1%3A5080%2Fcallback%2F"
                + $"&state={authorization.State}&disable_auto_auth=1"
                + $"&code_challenge={authorization.Verifier!.Value.Challenge}&code_challenge_method=S256"
        );
        authorization.ToString().ShouldNotContain(authorization.State);
        client.OAuth.Begin(Request("http://127.0.0.1:5080/callback/")).State.ShouldNotBe(authorization.State);
    }

    [Theory]
    [InlineData("https://clipyard.example/callback/", PkceUse.Always, true)]
    [InlineData("https://clipyard.example/callback/", PkceUse.LoopbackOnly, false)]
    [InlineData("http://127.0.0.1:5080/callback/", PkceUse.LoopbackOnly, true)]
    [InlineData("http://localhost:5080/callback/", PkceUse.LoopbackOnly, true)]
    public void A_challenge_is_sent_where_it_is_wanted_and_always_on_loopback(string redirect, PkceUse use, bool sent)
    {
        using var client = Client();

        var authorization = client.OAuth.Begin(Request(redirect) with { Pkce = use, AlwaysAsk = false });

        (authorization.Verifier is not null).ShouldBe(sent);
        authorization.Address.Query.Contains("code_challenge=", StringComparison.Ordinal).ShouldBe(sent);
        authorization.Address.Query.ShouldContain("disable_auto_auth=0");
    }

    [Theory]
    [InlineData("http://clipyard.example/callback/")]
    [InlineData("https://clipyard.example/callback/?next=1")]
    [InlineData("https://clipyard.example/callback/#top")]
    [InlineData("http://localhost/callback/")]
    [InlineData("http://[::1]:5080/callback/")]
    [InlineData("ftp://clipyard.example/callback/")]
    public void A_redirect_address_that_TikTok_would_not_register_is_refused(string redirect)
    {
        using var client = Client();

        Should
            .Throw<ClipyardException>(() => client.OAuth.Begin(Request(redirect)))
            .Failure.ShouldBe(FailureCatalogue.InvalidParameter);
    }

    [Fact]
    public void A_redirect_address_of_512_characters_is_too_long()
    {
        using var client = Client();
        var path = new string('a', 512 - "https://clipyard.example/".Length);

        Should.Throw<ClipyardException>(() => client.OAuth.Begin(Request("https://clipyard.example/" + path)));
        Should.NotThrow(() => client.OAuth.Begin(Request("https://clipyard.example/" + path[1..])));
    }

    [Fact]
    public void Options_that_make_no_sense_are_all_named_and_the_secret_is_not()
    {
        var options = new TikTokApiOptions
        {
            ClientKey = "",
            ClientSecret = "very-secret",
            Tries = 0,
            IdleTimeout = TimeSpan.Zero,
            ApiAddress = new Uri("http://127.0.0.1:5555/path"),
        };

        var error = Should.Throw<ClipyardException>(() => new TikTokApiClient(options));

        error.Failure.ShouldBe(FailureCatalogue.InvalidParameter);
        error.Message.ShouldContain("ClientKey");
        error.Message.ShouldContain("Tries");
        error.Message.ShouldContain("IdleTimeout");
        error.Message.ShouldContain("ApiAddress");
        options.ToString().ShouldNotContain("very-secret");
    }

    private static AuthorizationRequest Request(string redirect) =>
        new() { RedirectUri = new Uri(redirect), Scopes = Scopes };

    private static TikTokApiClient Client() =>
        new(new TikTokApiOptions { ClientKey = "awexample", ClientSecret = "secret" });
}
