using Clipyard.Sandbox;
using Clipyard.Sandbox.Journals;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Tests.Client;

/// <summary>What a visit to TikTok's site says of itself: headers, user agent, cookies, and when it begins anew.</summary>
public sealed class Visits
{
    [Fact]
    public async Task Extra_headers_go_with_every_request_and_override_ours()
    {
        await using var host = await LibraryHost.StartAsync(options =>
            options with
            {
                ExtraHeaders = new Dictionary<string, string> { ["X-Trial"] = "seven", ["accept-language"] = "de" },
            }
        );

        await host.DownloadAsync(DemoWorld.PlainVideo);

        host.Sandbox.Journal.Entries.Count.ShouldBeGreaterThan(1);
        host.Sandbox.Journal.Entries.ShouldAllBe(entry => entry.Header("X-Trial") == "seven");
        host.Sandbox.Journal.Of(SandboxEndpoint.Page)[0].Header("Accept-Language").ShouldBe("de");
    }

    [Fact]
    public async Task Without_a_choice_a_desktop_browser_is_named()
    {
        await using var host = await LibraryHost.StartAsync();

        var page = (await LookUpAsync(host, times: 1)).Single();

        new ClipyardOptions().UserAgents.ShouldContain(page.Header("User-Agent"));
    }

    [Fact]
    public async Task The_user_agent_changes_after_so_many_requests_and_comes_round_again()
    {
        await using var host = await LibraryHost.StartAsync(options =>
            options with
            {
                UserAgents = ["one/1", "two/2"],
                UserAgentRotationRequests = 2,
                UseCache = false,
            }
        );

        var pages = await LookUpAsync(host, times: 5);

        pages.Select(page => page.Header("User-Agent")).ShouldBe(["one/1", "one/1", "two/2", "two/2", "one/1"]);
        // A browser with another name is another browser: it brings no cookies of the one before.
        pages.Select(page => page.Header("Cookie") is not null).ShouldBe([false, true, false, true, false]);
    }

    [Fact]
    public async Task Within_its_life_a_visit_keeps_its_cookies_and_after_it_cookies_come_anew()
    {
        var clock = new ManualClock();
        await using var host = await LibraryHost.StartAsync(options => options with { UseCache = false }, clock);

        await LookUpAsync(host, times: 1);
        clock.Advance(TimeSpan.FromMinutes(59));
        await LookUpAsync(host, times: 1);
        clock.Advance(TimeSpan.FromMinutes(1));
        await LookUpAsync(host, times: 1);
        var pages = await LookUpAsync(host, times: 1);

        pages.Select(page => page.Header("Cookie") is not null).ShouldBe([false, true, false, true]);
        pages[3].Header("Cookie").ShouldNotBe(pages[1].Header("Cookie"));
        pages[2].Header("User-Agent").ShouldNotBe(pages[0].Header("User-Agent"));
    }

    /// <summary>Every page asked for so far, after asking for the same post so many times more.</summary>
    private static async Task<IReadOnlyList<JournalEntry>> LookUpAsync(LibraryHost host, int times)
    {
        for (var turn = 0; turn < times; turn++)
        {
            await host.Client.Videos.GetAsync(
                LibraryHost.Video(DemoWorld.PlainVideo),
                TestContext.Current.CancellationToken
            );
        }

        return host.Sandbox.Journal.Of(SandboxEndpoint.Page);
    }
}
