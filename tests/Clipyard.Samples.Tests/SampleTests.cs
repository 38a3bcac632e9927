using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Samples.Tests;

public sealed class SampleTests
{
    [Fact]
    public async Task Basic_looks_up_and_downloads_one_post()
    {
        await using var host = await SampleHost.StartAsync();

        var run = await host.RunAsync("Basic", DemoWorld.PlainVideo);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain($"Video {DemoWorld.PlainVideo} by @{DemoWorld.SunnyGarden}");
        run.Output.ShouldMatch("SHA-256 [0-9a-f]{64}");
        host.Downloads().ShouldBe([DemoWorld.PlainVideo + ".mp4"]);
    }

    [Fact]
    public async Task Basic_takes_the_address_from_the_environment()
    {
        await using var host = await SampleHost.StartAsync();

        var run = await host.RunWithEnvironmentAsync("Basic", $"https://vm.tiktok.com/{DemoWorld.VideoCode}/");

        run.ExitCode.ShouldBe(0, run.Errors);
        host.Downloads().ShouldBe([DemoWorld.PlainVideo + ".mp4"]);
    }

    [Fact]
    public async Task Basic_says_what_to_do_about_a_post_that_is_gone()
    {
        await using var host = await SampleHost.StartAsync();

        var run = await host.RunAsync("Basic", DemoWorld.Removed);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("removed");
        host.Downloads().ShouldBeEmpty();
    }

    [Fact]
    public async Task Configuration_shows_that_its_options_do_something()
    {
        await using var host = await SampleHost.StartAsync();

        var run = await host.RunAsync(
            "Configuration",
            DemoWorld.PlainVideo,
            DemoWorld.RichCaption,
            DemoWorld.EmptyCaption
        );

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldMatch("pace: 3 requests in [1-9][0-9]*\\.[0-9] s");
        run.Output.ShouldContain("cache: 0 requests for the same posts again");
        run.Output.ShouldContain("no cache: 2 requests for one post twice");
        run.Output.ShouldContain("proxy that is not there: network_error");

        var pages = host.Sandbox.Journal.Of(SandboxEndpoint.Page);
        pages.ShouldAllBe(page => page.Header("Cookie")!.Contains("sample_cookie=from-the-file"));
        pages.ShouldAllBe(page => page.Header("Accept-Language") == "de");
        pages
            .Take(3)
            .Select(page => page.Header("User-Agent"))
            .ShouldBe(["SampleBrowser/1.0 (one)", "SampleBrowser/1.0 (two)", "SampleBrowser/1.0 (one)"]);
    }

    [Fact]
    public async Task Errors_names_each_kind_of_failure()
    {
        await using var host = await SampleHost.StartAsync();
        host.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.Status,
                Status = 429,
                RetryAfterSeconds = 600,
                Post = DemoWorld.EmptyCaption,
                Times = null,
            }
        );

        // The refused one last: after it, the client rests.
        var run = await host.RunAsync(
            "Errors",
            DemoWorld.PlainVideo,
            "nonsense",
            "https://example.org/",
            DemoWorld.Removed,
            DemoWorld.PrivatePost,
            DemoWorld.EmptyCaption
        );

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain($"{DemoWorld.PlainVideo}: ok, Video");
        run.Output.ShouldContain("nonsense: invalid_parameter; ");
        run.Output.ShouldContain("https://example.org/: foreign_url; ");
        run.Output.ShouldContain($"{DemoWorld.Removed}: unavailable, video_removed (status 10204)");
        run.Output.ShouldContain($"{DemoWorld.PrivatePost}: unavailable, video_private (status 10216)");
        run.Output.ShouldContain($"{DemoWorld.EmptyCaption}: refused, rate_limited; ask again in 600 s");
        run.Output.ShouldContain("no connection, network_error; transient: True");
        run.Output.ShouldContain("options: invalid_parameter: Burst must be positive; Concurrency must be positive");
    }

    [Fact]
    public async Task Performance_reads_from_memory_the_second_time()
    {
        await using var host = await SampleHost.StartAsync();

        var run = await host.RunAsync(
            "Performance",
            DemoWorld.PlainVideo,
            DemoWorld.RichCaption,
            DemoWorld.EmptyCaption
        );

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldMatch("one by one: 3 of 3 in [0-9]+ ms, 3 requests");
        run.Output.ShouldMatch("five at once: 3 of 3 in [0-9]+ ms, 3 requests");
        run.Output.ShouldMatch("from memory: 3 of 3 in [0-9]+ ms, 0 requests");
        run.Output.ShouldContain("operations 6, failed 0");
        run.Output.ShouldMatch("cache hits 50\\s?%");
    }

    [Fact]
    public async Task Batch_stores_links_and_a_creator_s_newest_and_names_what_failed()
    {
        await using var host = await SampleHost.StartAsync();

        var run = await host.RunAsync(
            "Batch",
            "@" + DemoWorld.HarborLights,
            DemoWorld.Photos,
            DemoWorld.Removed,
            "nonsense"
        );

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("7 stored, 2 failed");
        run.Output.ShouldContain("failed nonsense: invalid_parameter");
        run.Output.ShouldMatch($"failed \\S+{DemoWorld.Removed}: video_removed");
        run.Errors.ShouldContain($"{DemoWorld.Photos}-01.");

        var files = host.Downloads();
        files.Count(file => file.StartsWith(DemoWorld.HarborLights + "/") && file.EndsWith(".mp4")).ShouldBe(6);
        files.Count(file => file.StartsWith(DemoWorld.PaperBoats + "/")).ShouldBe(5);
    }

    [Fact]
    public async Task Batch_that_stores_nothing_fails()
    {
        await using var host = await SampleHost.StartAsync();

        var run = await host.RunAsync("Batch", DemoWorld.Removed);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("0 stored, 1 failed");
    }
}
