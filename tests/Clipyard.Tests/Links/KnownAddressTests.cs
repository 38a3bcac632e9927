using Clipyard.Links;

namespace Clipyard.Tests.Links;

/// <summary>Addresses that other programs test with, and the ids that they expect.</summary>
public sealed class KnownAddressTests
{
    [Theory]
    [InlineData("www.tiktok.com/@leenabhushan/video/6748451240264420610", "6748451240264420610")]
    [InlineData("www.tiktok.com/@patroxofficial/video/6742501081818877190?langCountry=en", "6742501081818877190")]
    [InlineData("www.tiktok.com/@barudakhb_/video/6984138651336838402", "6984138651336838402")]
    [InlineData(
        "www.tiktok.com/@MS4wLjABAAAATh8Vewkn0LYM7Fo03iec3qKdeCUOcBIouRk1mkiag6h3o_pQu_dUXvZ2EZlGST7_/video/7042692929109986561",
        "7042692929109986561"
    )]
    [InlineData("www.tiktok.com/@pokemonlife22/video/7059698374567611694", "7059698374567611694")]
    [InlineData("www.tiktok.com/@denidil6/video/7065799023130643713", "7065799023130643713")]
    [InlineData("www.tiktok.com/@_le_cannibale_/video/7139980461132074283", "7139980461132074283")]
    [InlineData("www.tiktok.com/@moxypatch/video/7206382937372134662", "7206382937372134662")]
    [InlineData("www.tiktok.com/@tatemcrae/video/7107337212743830830", "7107337212743830830")]
    [InlineData("www.tiktok.com/@hara_yoimiya/video/7253412088251534594", "7253412088251534594")]
    [InlineData("www.tiktok.com/@hankgreen1/video/7047596209028074758", "7047596209028074758")]
    [InlineData("www.tiktokv.com/share/video/7668090902816017671/", "7668090902816017671")]
    [InlineData("www.tiktok.com/share/video/7668090902816017671/", "7668090902816017671")]
    [InlineData("www.tiktok.com/@/video/7668090902816017671/", "7668090902816017671")]
    [InlineData("www.tiktok.com/@ughuwhguweghw/video/1", "1")]
    [InlineData("www.tiktok.com/@blablabla/video/7120851458451417478", "7120851458451417478")]
    [InlineData("www.tiktok.com/@.kyle.films/video/7415757181145877793", "7415757181145877793")]
    [InlineData("www.tiktok.com/@veronicaperasso_1/video/7212008840433274118", "7212008840433274118")]
    [InlineData(
        "https://www.tiktok.com/@mishauspeh1980/video/7597421164222319894?_r=1&_t=ZG-93kVGegk5xI",
        "7597421164222319894"
    )]
    [InlineData(
        "https://www.tiktok.com/@/video/7106798200794926362?_r=1&_d=abc&sec_user_id=MS4wLjABAAAA",
        "7106798200794926362"
    )]
    public void A_video_is_recognised(string address, string id)
    {
        TikTokLink.Parse(address).ShouldBeOfType<TikTokLink.Video>().Id.Value.ShouldBe(id);
    }

    [Theory]
    [InlineData("www.tiktok.com/@chillezy/photo/7240568259186019630", "7240568259186019630")]
    [InlineData("www.tiktok.com/@hullcity/photo/7557376330036153622", "7557376330036153622")]
    [InlineData("www.tiktok.com/@hullcity/photo/7553302113757990166", "7553302113757990166")]
    [InlineData("www.tiktok.com/@memezar/photo/7449708266168274208", "7449708266168274208")]
    public void A_photo_post_is_recognised(string address, string id)
    {
        TikTokLink.Parse(address).ShouldBeOfType<TikTokLink.Photo>().Id.Value.ShouldBe(id);
    }

    [Theory]
    [InlineData("www.tiktok.com/t/ZTRC5xgJp", "ZTRC5xgJp")]
    [InlineData("vm.tiktok.com/ZTR45GpSF/", "ZTR45GpSF")]
    [InlineData("vt.tiktok.com/ZSe4FqkKd", "ZSe4FqkKd")]
    [InlineData("vm.tiktok.com/ZGdh4WUhr/", "ZGdh4WUhr")]
    [InlineData("vt.tiktok.com/2p4ewa7/", "2p4ewa7")]
    public void A_short_link_is_recognised(string address, string code)
    {
        TikTokLink.Parse(address).ShouldBeOfType<TikTokLink.ShortLink>().Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("tiktok.com/@corgibobaa?lang=en", "corgibobaa")]
    [InlineData("www.tiktok.com/@6820838815978423302", "6820838815978423302")]
    public void A_creator_is_recognised(string address, string name)
    {
        TikTokLink.Parse(address).ShouldBe(new TikTokLink.Profile(name));
    }
}
