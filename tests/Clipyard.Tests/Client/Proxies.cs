using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Tests.Client;

public sealed class Proxies
{
    [Fact]
    public async Task Pages_and_media_go_through_the_proxy()
    {
        await using var proxy = new ForwardProxy();
        await using var host = await LibraryHost.StartAsync(options => options with { Proxies = [proxy.Address] });

        await host.DownloadAsync(DemoWorld.PlainVideo);

        proxy.Requests.Count.ShouldBe(host.Sandbox.Journal.Entries.Count);
        proxy.Requests.Count.ShouldBeGreaterThan(1);
        proxy.Requests[0].ShouldStartWith($"GET {host.Sandbox.Address}");
        host.Files().ShouldBe([DemoWorld.PlainVideo + ".mp4"]);
    }

    [Fact]
    public async Task After_a_refusal_the_next_proxy_is_taken_at_once()
    {
        await using var first = new ForwardProxy();
        await using var second = new ForwardProxy();
        await using var host = await LibraryHost.StartAsync(options =>
            options with
            {
                Proxies = [first.Address, second.Address],
                UseRateLimiter = true,
                UseCache = false,
            }
        );
        host.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.Status,
                Endpoint = SandboxEndpoint.Page,
                Status = 403,
            }
        );

        // The cool-down of 300 s is the refused exit's alone.
        await GetAsync(host);
        await GetAsync(host);

        first.Requests.Count.ShouldBe(1);
        second.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_next_visit_takes_the_next_proxy_and_in_the_end_the_first_again()
    {
        await using var first = new ForwardProxy();
        await using var second = new ForwardProxy();
        var clock = new ManualClock();
        await using var host = await LibraryHost.StartAsync(
            options => options with { Proxies = [first.Address, second.Address], UseCache = false },
            clock
        );

        for (var visit = 0; visit < 3; visit++)
        {
            await GetAsync(host);
            clock.Advance(TimeSpan.FromHours(1));
        }

        first.Requests.Count.ShouldBe(2);
        second.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_proxy_s_password_is_sent_to_it_only_when_asked_for_and_never_to_TikTok()
    {
        await using var proxy = new ForwardProxy();
        var withPassword = new UriBuilder(proxy.Address) { UserName = "user", Password = "open-sesame" }.Uri;
        await using var host = await LibraryHost.StartAsync(options => options with { Proxies = [withPassword] });

        await GetAsync(host);

        host.Sandbox.Journal.Entries.SelectMany(entry => entry.Headers)
            .ShouldAllBe(header => !header.Key.StartsWith("Proxy-") && !header.Value.Contains("open-sesame"));
    }

    private static Task GetAsync(LibraryHost host) =>
        host.Client.Videos.GetAsync(LibraryHost.Video(DemoWorld.PlainVideo), TestContext.Current.CancellationToken);
}
