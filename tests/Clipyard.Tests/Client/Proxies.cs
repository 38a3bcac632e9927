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
    public async Task After_a_captcha_too_the_next_proxy_is_taken_at_once()
    {
        await using var first = new ForwardProxy();
        await using var second = new ForwardProxy();
        await using var host = await LibraryHost.StartAsync(options =>
            options with
            {
                Proxies = [first.Address, second.Address],
                UseRateLimiter = true,
            }
        );
        host.Fault(FaultKind.Captcha, SandboxEndpoint.Page);

        await GetAsync(host);

        first.Requests.Count.ShouldBe(1);
        second.Requests.Count.ShouldBe(1);
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
    public async Task A_proxy_that_asks_for_a_password_gets_the_one_of_its_address()
    {
        await using var proxy = new ForwardProxy("some user:open@sesame");
        var address = new Uri($"http://some%20user:open%40sesame@{proxy.Address.Authority}/");
        await using var host = await LibraryHost.StartAsync(options => options with { Proxies = [address] });

        await GetAsync(host);

        proxy.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_proxy_that_is_not_there_is_a_failure_of_the_network_without_its_password()
    {
        await using var host = await LibraryHost.StartAsync(options =>
            options with
            {
                Proxies = [new Uri("http://user:open-sesame@127.0.0.1:1/")],
                Retries = 0,
            }
        );

        var error = await Should.ThrowAsync<ConnectionException>(GetAsync(host));

        error.Code.ShouldBe("network_error");
        error.ToString().ShouldNotContain("open-sesame");
        host.Sandbox.Journal.Entries.ShouldBeEmpty();
    }

    private static Task GetAsync(LibraryHost host) =>
        host.Client.Videos.GetAsync(LibraryHost.Video(DemoWorld.PlainVideo), TestContext.Current.CancellationToken);
}
