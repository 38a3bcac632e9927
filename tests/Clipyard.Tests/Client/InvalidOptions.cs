using Clipyard.Failures;

namespace Clipyard.Tests.Client;

public sealed class InvalidOptions
{
    public static TheoryData<string, ClipyardOptions> Broken =>
        new()
        {
            {
                "TikTokAddress",
                new() { TikTokAddress = new Uri("ftp://127.0.0.1/") }
            },
            {
                "TikTokAddress",
                new() { TikTokAddress = new Uri("/relative", UriKind.Relative) }
            },
            {
                "TikTokAddress",
                new() { TikTokAddress = new Uri("http://127.0.0.1/path") }
            },
            {
                "SessionLifetime",
                new() { SessionLifetime = TimeSpan.Zero }
            },
            {
                "UserAgents",
                new() { UserAgents = [] }
            },
            {
                "UserAgentRotationRequests",
                new() { UserAgentRotationRequests = 0 }
            },
            {
                "Proxies",
                new() { Proxies = [new Uri("ftp://127.0.0.1/")] }
            },
            {
                "ConnectTimeout",
                new() { ConnectTimeout = TimeSpan.Zero }
            },
            {
                "RequestTimeout",
                new() { RequestTimeout = TimeSpan.FromDays(2) }
            },
            {
                "IdleTransferTimeout",
                new() { IdleTransferTimeout = TimeSpan.FromSeconds(-1) }
            },
            {
                "ConnectionsPerHost",
                new() { ConnectionsPerHost = 0 }
            },
            {
                "Retries",
                new() { Retries = -1 }
            },
            {
                "Retries",
                new() { Retries = 101 }
            },
            {
                "RetryDelay",
                new() { RetryDelay = TimeSpan.FromSeconds(-1) }
            },
            {
                "RequestsPerMinute",
                new() { RequestsPerMinute = 0 }
            },
            {
                "Burst",
                new() { Burst = 0 }
            },
            {
                "CoolDown",
                new() { CoolDown = TimeSpan.FromSeconds(-1) }
            },
            {
                "CoolDown",
                new() { CoolDown = TimeSpan.MaxValue }
            },
            {
                "MetadataCacheLifetime",
                new() { MetadataCacheLifetime = TimeSpan.MaxValue }
            },
            {
                "Burst",
                new() { Burst = int.MaxValue }
            },
            {
                "UserAgents",
                new() { UserAgents = ["fine", "not\r\nfine"] }
            },
            {
                "Concurrency",
                new() { Concurrency = 0 }
            },
            {
                "MetadataCacheLifetime",
                new() { MetadataCacheLifetime = TimeSpan.Zero }
            },
            {
                "MetadataCacheEntries",
                new() { MetadataCacheEntries = 0 }
            },
            {
                "MaxBytesPerSecond",
                new() { MaxBytesPerSecond = 0 }
            },
            {
                "YtDlpPath",
                new() { YtDlpPath = "" }
            },
        };

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void An_option_that_makes_no_sense_is_refused_by_name(string name, ClipyardOptions options)
    {
        var error = Should.Throw<ClipyardException>(() => new ClipyardClient(options));

        error.Code.ShouldBe("invalid_parameter");
        error.Detail.ShouldNotBeNull().ShouldStartWith(name + " must ");
    }

    [Theory]
    [InlineData("X-Odd Name", "hush")]
    [InlineData("", "hush")]
    [InlineData("Authorization", "hush\r\nX-Other: hush")]
    [InlineData("Authorization", "hush-ü")]
    [InlineData("Content-Type", "hush/hush")]
    [InlineData("Transfer-Encoding", "hush")]
    public void A_header_that_cannot_be_sent_is_named_without_its_value(string name, string value)
    {
        var error = Should.Throw<ClipyardException>(() =>
            new ClipyardClient(new ClipyardOptions { ExtraHeaders = new Dictionary<string, string> { [name] = value } })
        );

        error.Code.ShouldBe("invalid_parameter");
        error.Message.ShouldContain($"'{name}'");
        error.Message.ShouldNotContain("hush");
    }

    [Fact]
    public void All_faults_are_named_at_once()
    {
        var error = Should.Throw<ClipyardException>(() =>
            new ClipyardClient(new ClipyardOptions { Burst = 0, Concurrency = -1 })
        );

        error.Message.ShouldContain("Burst must ");
        error.Message.ShouldContain("Concurrency must ");
    }

    [Fact]
    public void Options_at_the_edge_of_their_range_are_fine()
    {
        using var client = new ClipyardClient(
            new ClipyardOptions
            {
                Retries = 0,
                RetryDelay = TimeSpan.Zero,
                CoolDown = TimeSpan.Zero,
                RequestTimeout = TimeSpan.FromHours(24),
                ConnectTimeout = TimeSpan.FromMilliseconds(1),
                MaxBytesPerSecond = 1,
                Proxies = [new Uri("socks5://user:word@127.0.0.1:1080"), new Uri("http://127.0.0.1:8080")],
            }
        );

        client.GetStatistics().Requests.ShouldBe(0);
    }
}
