using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Tests.Client;

public sealed class ExtraHeaders
{
    [Fact]
    public async Task What_signs_somebody_in_does_not_reach_hosts_outside_the_site()
    {
        await using var host = await LibraryHost.StartAsync(options =>
            options with
            {
                ExtraHeaders = new Dictionary<string, string>
                {
                    ["Authorization"] = "Bearer hush-hush",
                    ["Cookie"] = "sessionid=hush-hush",
                },
            }
        );

        await host.DownloadAsync(DemoWorld.PlainVideo);

        host.Sandbox.Journal.Of(SandboxEndpoint.Page)[0].Header("Authorization").ShouldBe("Bearer hush-hush");
        var elsewhere = host
            .Sandbox.Journal.Entries.Where(entry => !entry.Host.EndsWith("tiktok.com", StringComparison.Ordinal))
            .ToList();
        elsewhere.ShouldAllBe(entry => entry.Header("Authorization") == null);
        elsewhere.ShouldAllBe(entry => entry.Header("Cookie") == null || !entry.Header("Cookie")!.Contains("hush"));
    }

    [Fact]
    public async Task They_never_change_which_bytes_of_a_file_are_asked_for()
    {
        await using var host = await LibraryHost.StartAsync(options =>
            options with
            {
                ExtraHeaders = new Dictionary<string, string>
                {
                    ["range"] = "bytes=0-9",
                    ["If-Range"] = "\"x\"",
                    ["Accept-Encoding"] = "br",
                    ["Host"] = "evil.test",
                },
            }
        );

        var result = await host.DownloadAsync(DemoWorld.PlainVideo);

        result.Files.ShouldHaveSingleItem().SizeBytes.ShouldBeGreaterThan(10);
        host.Sandbox.Journal.Entries.ShouldAllBe(entry => entry.Host != "evil.test");
        host.Sandbox.Journal.Entries.ShouldAllBe(entry => entry.Header("Range") != "bytes=0-9");
    }
}
