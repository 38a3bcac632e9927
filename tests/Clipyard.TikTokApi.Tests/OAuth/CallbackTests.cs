using Clipyard.Failures;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.TikTokApi.Tests.OAuth;

public sealed class CallbackTests
{
    [Fact]
    public void A_code_is_decoded_once()
    {
        var callback = AuthorizationCallback.Read(
            new Uri("http://127.0.0.1:5080/callback/?code=Abc%2A0%216410&scopes=user.info.basic%2Cvideo.upload&state=S")
        );

        callback.TakeCode("S").ShouldBe("Abc*0!6410");
        callback.Scopes.ShouldBe(ScopeSet.Parse("user.info.basic,video.upload"));
        callback.ToString().ShouldNotContain("Abc");
        AuthorizationCallback.Read("?code=a%2525&state=S").TakeCode("S").ShouldBe("a%25");
    }

    [Theory]
    [InlineData("code=X&state=T")]
    [InlineData("code=X")]
    [InlineData("error=access_denied&state=T")]
    public void What_answers_another_question_is_not_looked_at(string query) =>
        Should
            .Throw<ClipyardException>(() => AuthorizationCallback.Read(query).TakeCode("S"))
            .Failure.ShouldBe(FailureCatalogue.InvalidState);

    [Theory]
    [InlineData("error=access_denied&error_description=The+user+said+no", "consent_declined")]
    [InlineData("error=access_denied&error_type=non_sandbox_target", "not_sandbox_user")]
    [InlineData("error=unauthorized_client&error_type=client_key", "app_credentials_invalid")]
    [InlineData("error=invalid_scope", "tiktok_rejected")]
    [InlineData("error=unsupported_response_type", "tiktok_rejected")]
    [InlineData("error=server_error", "network_error")]
    [InlineData("error=temporarily_unavailable", "network_error")]
    [InlineData("error=a_new_one", "tiktok_rejected")]
    [InlineData("", "tiktok_rejected")]
    public void A_refusal_is_named(string query, string code)
    {
        var error = Should.Throw<TikTokApiException>(() =>
            AuthorizationCallback.Read($"{query}&state=S").TakeCode("S")
        );

        error.Code.ShouldBe(code);
    }

    [Fact]
    public void TikToks_own_words_are_kept_for_people()
    {
        var error = Should.Throw<TikTokApiException>(() =>
            AuthorizationCallback.Read("error=access_denied&error_description=The+user+said+no&state=S").TakeCode("S")
        );

        error.TikTokCode.ShouldBe("access_denied");
        error.TikTokMessage.ShouldBe("The user said no");
        error.Message.ShouldContain("The user said no");
    }
}
