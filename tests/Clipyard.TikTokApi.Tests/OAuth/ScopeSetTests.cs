using Clipyard.TikTokApi.OAuth;

namespace Clipyard.TikTokApi.Tests.OAuth;

public sealed class ScopeSetTests
{
    [Theory]
    [InlineData("user.info.basic,video.upload")]
    [InlineData("video.upload, user.info.basic")]
    [InlineData("user.info.basic video.upload video.upload,")]
    public void Scopes_are_read_with_commas_or_spaces_in_any_order(string text) =>
        ScopeSet.Parse(text).Equals(new ScopeSet(TikTokScopes.UserInfoBasic, TikTokScopes.VideoUpload)).ShouldBeTrue();

    [Fact]
    public void Scopes_are_sent_with_commas_alone() =>
        new ScopeSet(TikTokScopes.UserInfoBasic, TikTokScopes.VideoUpload)
            .ToString()
            .ShouldBe("user.info.basic,video.upload");

    [Fact]
    public void What_was_not_granted_is_named()
    {
        var granted = ScopeSet.Parse("user.info.basic");

        granted
            .Missing(new ScopeSet(TikTokScopes.UserInfoBasic, TikTokScopes.VideoPublish))
            .ShouldBe([TikTokScopes.VideoPublish]);
        ScopeSet.Parse(null).ShouldBe(ScopeSet.Empty);
    }
}
