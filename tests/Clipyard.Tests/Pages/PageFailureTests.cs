using Clipyard.Failures;
using Clipyard.Pages;

namespace Clipyard.Tests.Pages;

/// <summary>Every way in which a page is not what was asked for has its own name.</summary>
public sealed class PageFailureTests
{
    [Theory]
    [InlineData("video-removed.html", "video_removed", 10204)]
    [InlineData("video-withheld.html", "region_blocked", 10204)]
    [InlineData("video-private.html", "video_private", 10216)]
    [InlineData("video-private-account.html", "video_private", 10222)]
    [InlineData("video-region.html", "region_blocked", 10231)]
    [InlineData("video-age.html", "age_restricted", 10213)]
    [InlineData("video-classified.html", "age_restricted", 0)]
    [InlineData("video-unknown-status.html", "content_unavailable", 100004)]
    [InlineData("video-embed-removed.html", "video_removed", 10204)]
    [InlineData("video-sigi-removed.html", "video_removed", 10204)]
    [InlineData("video-nextdata-private.html", "video_private", 10216)]
    [InlineData("captcha.json", "blocked_by_tiktok", 10000)]
    [InlineData("captcha.html", "blocked_by_tiktok", null)]
    [InlineData("access-denied.html", "blocked_by_tiktok", null)]
    [InlineData("challenge.html", "blocked_by_tiktok", null)]
    [InlineData("overload.txt", "rate_limited", null)]
    [InlineData("login.html", "login_required", null)]
    [InlineData("photo-desktop-shell.html", "page_changed", null)]
    [InlineData("live-sigi.html", "page_changed", null)]
    [InlineData("video-desktop-cut.html", "page_incomplete", null)]
    [InlineData("oembed-error.json", "content_unavailable", 400)]
    public void A_page_without_what_was_asked_for_says_why(string name, string code, int? status)
    {
        var page = SamplePages.Read(name);

        (page.Failure?.Code, page.StatusCode).ShouldBe((code, status));
        page.Video.ShouldBeNull();
        page.Creator.ShouldBeNull();
        page.Posts.ShouldBeEmpty();
    }

    [Fact]
    public void TikToks_own_words_are_kept()
    {
        SamplePages.Read("video-unknown-status.html").StatusMessage.ShouldBe("something new");
    }

    [Theory]
    [InlineData("video-removed.html", "https://www.tiktok.com/@mira.bakes/video/7660000000000000001")]
    [InlineData("photo-desktop-shell.html", "https://www.tiktok.com/@mira.bakes/photo/7660000000000000002")]
    [InlineData("login.html", "https://www.tiktok.com/login")]
    public void What_the_page_is_about_is_told_even_so(string name, string address)
    {
        SamplePages.Read(name).CanonicalUrl.ShouldBe(address);
    }

    [Theory]
    [InlineData("", "page_incomplete")]
    [InlineData(" \n", "page_incomplete")]
    [InlineData("<!DOCTYPE html><html><head>", "page_incomplete")]
    [InlineData("{\"itemInfo\":{\"itemStruct\":{\"id\":\"7", "page_incomplete")]
    [InlineData("{\"__DEFAULT_SCOPE__\":{\"webapp.video-detail\":{\"itemInfo\":", "page_incomplete")]
    [InlineData("[{\"id\":\"76600000000", "page_incomplete")]
    [InlineData("{", "page_incomplete")]
    [InlineData("{}", "page_changed")]
    [InlineData("[]", "page_changed")]
    [InlineData("{\"itemInfo\":oops}", "page_changed")]
    [InlineData("<html><body>Hello</body></html>", "page_changed")]
    [InlineData("Hello", "page_changed")]
    [InlineData("null", "page_changed")]
    [InlineData("{\"data\":{}}", "page_changed")]
    [InlineData("{\"data\":{},\"code\":10000}", "blocked_by_tiktok")]
    [InlineData("{\"data\":[],\"status_code\":10101}", "network_error")]
    [InlineData("{\"statusCode\":10102}", "login_required")]
    [InlineData("{\"status_code\":8,\"status_msg\":\"login\"}", "login_required")]
    public void Fragments_are_told_apart(string body, string code)
    {
        TikTokPage.Read(System.Text.Encoding.UTF8.GetBytes(body)).Failure.ShouldNotBeNull().Code.ShouldBe(code);
    }

    [Theory]
    [InlineData(0, false, null)]
    [InlineData(8, false, "login_required")]
    [InlineData(450, false, "network_error")]
    [InlineData(10000, false, "blocked_by_tiktok")]
    [InlineData(10101, false, "network_error")]
    [InlineData(10102, true, "login_required")]
    [InlineData(10111, true, "network_error")]
    [InlineData(10113, false, "blocked_by_tiktok")]
    [InlineData(10114, false, "blocked_by_tiktok")]
    [InlineData(10202, true, "no_such_user")]
    [InlineData(10204, false, "video_removed")]
    [InlineData(10213, false, "age_restricted")]
    [InlineData(10214, false, "age_restricted")]
    [InlineData(10215, false, "video_removed")]
    [InlineData(10216, false, "video_private")]
    [InlineData(10217, false, "video_removed")]
    [InlineData(10220, false, "video_removed")]
    [InlineData(10221, true, "no_such_user")]
    [InlineData(10222, true, "private_account")]
    [InlineData(10222, false, "video_private")]
    [InlineData(10223, true, "content_unavailable")]
    [InlineData(10227, false, "video_removed")]
    [InlineData(10230, false, "video_removed")]
    [InlineData(10231, false, "region_blocked")]
    [InlineData(100002, false, "content_unavailable")]
    [InlineData(-1, false, "content_unavailable")]
    [InlineData(int.MaxValue, true, "content_unavailable")]
    public void A_status_number_names_its_failure(int status, bool isProfile, string? code)
    {
        (PageFailures.For(status, message: null, isProfile)?.Code).ShouldBe(code);
    }

    [Theory]
    [InlineData("item_privacy_authorization&status_deleted", "video_removed")]
    [InlineData("author_status,status_reviewing", "video_removed")]
    [InlineData("item doesn't exist", "video_removed")]
    [InlineData("cross_border_violation_ur", "region_blocked")]
    public void The_words_beside_10204_tell_removed_from_withheld(string words, string code)
    {
        PageFailures.For(10204, words, isProfile: false).ShouldNotBeNull().Code.ShouldBe(code);
    }
}
