using Clipyard.Cli.Commands;
using Clipyard.Cli.Options;

namespace Clipyard.Cli.Tests.Options;

public sealed class ClientOptionsTests
{
    [Fact]
    public void Nothing_chosen_is_what_the_library_does_by_itself()
    {
        var options = Read();

        options.ExtraHeaders.ShouldBeEmpty();
        options.Proxies.ShouldBeEmpty();
        // Lists compare by reference, so these two cannot take part.
        options.ShouldBe(new ClipyardOptions { ExtraHeaders = options.ExtraHeaders, Proxies = options.Proxies });
    }

    [Fact]
    public void Everything_chosen_reaches_the_library()
    {
        var options = Read(
            "--cookies=c.txt",
            "--proxy=http://a:1",
            "--proxy=socks5://b:2",
            "--add-header=X-A: 1",
            "--add-header=x-a: 2",
            "--user-agent=me",
            "--rate=4",
            "--concurrency=20",
            "--retries=0",
            "--timeout=1.5",
            "--engine=yt-dlp",
            "--limit-rate=1K"
        );

        options.CookiesFile.ShouldBe("c.txt");
        options.Proxies.Select(proxy => proxy.Scheme).ShouldBe(["http", "socks5"]);
        options.ExtraHeaders.ShouldHaveSingleItem().Value.ShouldBe("2");
        options.UserAgents.ShouldBe(["me"]);
        options.RequestsPerMinute.ShouldBe(4);
        options.Burst.ShouldBe(4);
        options.Concurrency.ShouldBe(20);
        options.ConnectionsPerHost.ShouldBe(20);
        options.Retries.ShouldBe(0);
        options.RequestTimeout.ShouldBe(TimeSpan.FromSeconds(1.5));
        options.IdleTransferTimeout.ShouldBe(TimeSpan.FromSeconds(1.5));
        options.Engine.ShouldBe(ExtractionEngine.YtDlp);
        options.MaxBytesPerSecond.ShouldBe(1024);
    }

    [Fact]
    public void The_sandbox_s_address_reaches_the_library() =>
        Read("--tiktok-address=http://127.0.0.1:5").TikTokAddress.ShouldBe(new Uri("http://127.0.0.1:5"));

    [Theory]
    [InlineData("yt-dlp")]
    [InlineData("auto")]
    public void Yt_dlp_and_another_address_than_TikTok_s_exclude_each_other(string engine) =>
        Should.Throw<UsageException>(() => Read("--tiktok-address=http://127.0.0.1:5", "--engine=" + engine));

    [Fact]
    public void Rate_zero_turns_the_limiter_off() => Read("--rate", "0").UseRateLimiter.ShouldBeFalse();

    private static ClipyardOptions Read(params string[] options)
    {
        var host = new CliHost { Out = TextWriter.Null, Error = TextWriter.Null };
        string[] args = ["get", "x", .. options];
        return ClientOptions.From(
            Settings.Read(CommandTree.Create(host, args).Parse(args, LayerParser.Configuration), host)
        );
    }
}
