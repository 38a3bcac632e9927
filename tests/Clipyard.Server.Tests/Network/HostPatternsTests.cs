using Clipyard.Failures;
using Clipyard.Server.Network;

namespace Clipyard.Server.Tests.Network;

public sealed class HostPatternsTests
{
    [Theory]
    [InlineData("*.supabase.co", "https://abc.supabase.co/x", true)]
    [InlineData("*.supabase.co", "https://a.b.SUPABASE.co/x", true)]
    [InlineData("*.supabase.co", "https://supabase.co/x", false)]
    [InlineData("*.supabase.co", "https://evilsupabase.co/x", false)]
    [InlineData("*.supabase.co", "https://abc.supabase.co.evil.example/x", false)]
    [InlineData("s3.amazonaws.com", "https://s3.amazonaws.com/bucket/x", true)]
    [InlineData("s3.amazonaws.com", "https://bucket.s3.amazonaws.com/x", false)]
    [InlineData("*.s3.amazonaws.com", "https://my.bucket.s3.amazonaws.com/x", true)]
    [InlineData("s3.*.amazonaws.com", "https://s3.eu-west-1.amazonaws.com/bucket/x", true)]
    [InlineData("s3.*.amazonaws.com", "https://s3.a.b.amazonaws.com/bucket/x", false)]
    [InlineData("*.s3.*.amazonaws.com", "https://my.bucket.s3.eu-west-1.amazonaws.com/x", true)]
    [InlineData("*.s3.*.amazonaws.com", "https://s3.eu-west-1.amazonaws.com/x", false)]
    [InlineData("*.s3.*.amazonaws.com", "https://ec2.eu-west-1.compute.amazonaws.com/x", false)]
    [InlineData("cdn-*.example.com", "https://cdn-7.example.com/x", true)]
    [InlineData("cdn-*.example.com", "https://cdn.example.com/x", false)]
    [InlineData("*", "https://anything.example/x", true)]
    [InlineData("127.0.0.1", "http://127.0.0.1:8080/x", true)]
    [InlineData("127.0.0.1:8080", "http://127.0.0.1:8080/x", true)]
    [InlineData("127.0.0.1:8080", "http://127.0.0.1:8081/x", false)]
    [InlineData("[::1]", "http://[::1]:8080/x", true)]
    public void Addresses_match_by_host(string pattern, string address, bool matches) =>
        HostPatterns.Match([pattern], new Uri(address)).ShouldBe(matches);

    [Theory]
    [InlineData("https://example.com")]
    [InlineData("example.com/x")]
    [InlineData("a**b.example.com")]
    [InlineData(".example.com")]
    [InlineData("example..com")]
    [InlineData("example.com:port")]
    [InlineData("")]
    public void What_is_no_host_is_no_pattern(string pattern) => HostPatterns.FaultOf(pattern).ShouldNotBeNull();

    [Theory]
    [InlineData("*.s3.*.amazonaws.com")]
    [InlineData("*")]
    [InlineData("localhost:8080")]
    [InlineData("[::1]:8080")]
    public void Hosts_are_patterns(string pattern) => HostPatterns.FaultOf(pattern).ShouldBeNull();

    [Fact]
    public void Another_host_is_refused_by_name_and_no_list_refuses_none()
    {
        var address = new Uri("https://example.com/x?signature=secret");

        var refusal = Should.Throw<ClipyardException>(() => HostPatterns.Within(["*.example.org"], address));

        refusal.Code.ShouldBe("url_not_allowed");
        refusal.Message.ShouldContain("example.com");
        refusal.Message.ShouldNotContain("secret");
        HostPatterns.Within(null, address).ShouldBe(address);
    }
}
