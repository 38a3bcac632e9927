using Clipyard.Failures;
using Clipyard.Server.Network;

namespace Clipyard.Server.Tests.Network;

public sealed class AddressFormTests
{
    [Theory]
    [MemberData(nameof(HostileAddresses.Written), MemberType = typeof(HostileAddresses))]
    public void A_hostile_address_is_refused_before_anybody_is_asked(string name, string address)
    {
        using var fetch = new GuardedFetch();

        var error = Should.Throw<ClipyardException>(() => fetch.Http.Check(address), name);

        error.Code.ShouldBe("url_not_allowed");
        error.Detail.ShouldNotBeNullOrEmpty();
        fetch.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://example.com")]
    [InlineData("https://example.com/clip.mp4?sign=a%2Fb&x=1#t=3")]
    [InlineData("HTTPS://Example.COM:443/Clip.mp4")]
    [InlineData(" https://cdn-1.example.com/a%20b.mp4 ")]
    [InlineData("https://my_bucket.example.com/x@y:z/..//q")]
    [InlineData("https://xn--mnchen-3ya.example/")]
    [InlineData("https://8.8.8.8/clip.mp4")]
    [InlineData("https://[2606:4700:4700::1111]/clip.mp4")]
    [InlineData("https://[2606:4700:4700:0:0:0:0:1111]:443/clip.mp4")]
    [InlineData("https://172.32.0.1/")]
    [InlineData("https://100.128.0.1/")]
    [InlineData("https://localhost.example.com/")]
    [InlineData("https://thelocal.example/")]
    [InlineData("https://internal.example.com/")]
    public void A_public_address_is_taken(string address)
    {
        using var fetch = new GuardedFetch();

        fetch.Http.Check(address).Scheme.ShouldBe("https");
    }

    [Theory]
    [InlineData("http://n8n:5678/file.mp4", true)]
    [InlineData("http://N8N:5678/file.mp4", true)]
    [InlineData("http://10.0.0.7/file.mp4", true)]
    [InlineData("https://[fd00::7]:8443/file.mp4", true)]
    [InlineData("https://n8n:5678/file.mp4", false)]
    [InlineData("http://n8n/file.mp4", false)]
    [InlineData("http://n8n:5679/file.mp4", false)]
    [InlineData("http://n8n.example:5678/file.mp4", false)]
    [InlineData("http://x@n8n:5678/file.mp4", false)]
    [InlineData("http://n8n:5678@example.com/file.mp4", false)]
    [InlineData("http://167772167/file.mp4", false)]
    [InlineData("https://10.0.0.7/file.mp4", false)]
    public void An_administrators_origins_are_taken_exactly(string address, bool isTaken)
    {
        using var fetch = new GuardedFetch(
            GuardedFetch.Trusting(new("http://n8n:5678"), new("http://10.0.0.7"), new("https://[fd00::7]:8443"))
        );

        if (isTaken)
        {
            fetch.Http.Check(address).ShouldNotBeNull();
        }
        else
        {
            Should.Throw<ClipyardException>(() => fetch.Http.Check(address)).Code.ShouldBe("url_not_allowed");
        }
    }

    [Fact]
    public void What_follows_the_host_stays_as_it_is()
    {
        using var fetch = new GuardedFetch();

        fetch
            .Http.Check("https://example.com/a%2Fb?sign=%2B+%3D")
            .AbsoluteUri.ShouldBe("https://example.com/a%2Fb?sign=%2B+%3D");
    }
}
