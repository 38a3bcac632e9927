using System.Diagnostics;
using System.Globalization;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Official;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Worlds;
using Clipyard.TikTokApi;
using Clipyard.TikTokApi.OAuth;
using Clipyard.TikTokApi.Posting;

namespace Clipyard.Benchmarks;

/// <summary>
/// An upload of 1 GiB through the library, as a whole process, against <c>curl</c> with the same chunks; and how many
/// small calls go through.
/// </summary>
internal static class UploadBenchmark
{
    private const int Pairs = 3;
    private const int Calls = 2_000;
    private const long Gibibyte = 1L << 30;

    public static async Task RunAsync()
    {
        await using var sandbox = await SandboxServer.StartAsync();
        var folder = Directory.CreateTempSubdirectory("clipyard-benchmark-").FullName;
        try
        {
            var video = Path.Combine(folder, "video.mp4");
            await WriteAsync(video);
            var pieces = await CutAsync(video, ChunkPlan.For(Gibibyte), folder);
            await CompareAsync(sandbox, video, pieces);
            await CallAsync(sandbox);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What the measured process does: one draft, from init to the last byte.</summary>
    public static async Task UploadOnceAsync(Uri address, string token, string video)
    {
        using var client = new TikTokApiClient(OptionsOf(address));
        var source = new FileUploadSource(video);
        var ticket = await client.Posting.InitInboxUploadAsync(new AccessToken(token), ChunkPlan.For(source.Length));
        await client.Uploads.SendAsync(ticket, source);
    }

    private static async Task CompareAsync(SandboxServer sandbox, string video, IReadOnlyList<string> pieces)
    {
        var (ours, curl, peak) = (new List<double>(), new List<double>(), 0L);
        for (var pair = 0; pair < Pairs; pair++)
        {
            var token = Connect(sandbox);
            var started = Stopwatch.GetTimestamp();
            peak = Math.Max(peak, await UploadAsync(sandbox, token, video));
            ours.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);

            var arguments = await CurlAsync(sandbox, Connect(sandbox), pieces);
            started = Stopwatch.GetTimestamp();
            await ProgramRun.RunAsync("curl", arguments);
            curl.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        var (mine, theirs) = (Samples.Median(ours), Samples.Median(curl));
        Console.WriteLine(
            $"upload: 1 GiB in {mine:F2} s; curl {theirs:F2} s, speed ratio {theirs / mine:F2}; medians of {Pairs}; peak resident {peak / 1e6:F1} MB"
        );
    }

    private static async Task CallAsync(SandboxServer sandbox)
    {
        using var client = new TikTokApiClient(OptionsOf(sandbox.Address));
        var token = new AccessToken(Connect(sandbox));
        var started = Stopwatch.GetTimestamp();
        for (var call = 0; call < Calls; call++)
        {
            var ticket = await client.Posting.InitInboxUploadAsync(token, ChunkPlan.For(1000));
            await client.Posting.GetStatusAsync(token, ticket.PublishId);
        }

        var each = Stopwatch.GetElapsedTime(started).TotalMilliseconds / Calls;
        Console.WriteLine($"upload: init and status together in {each:F2} ms, one after the other; mean of {Calls:N0}");
    }

    /// <summary>Begins anew, so that the files of earlier runs are gone.</summary>
    private static string Connect(SandboxServer sandbox)
    {
        sandbox.Reset();
        sandbox.RateLimits.Set(SandboxEndpoint.InboxInit, 1_000_000);
        sandbox.RateLimits.Set(SandboxEndpoint.PublishStatus, 1_000_000);
        sandbox.Official.Settings = new OfficialSettings();
        return sandbox.Official.Connect(DemoWorld.SunnyGarden).AccessToken;
    }

    private static TikTokApiOptions OptionsOf(Uri address) =>
        new()
        {
            ClientKey = DemoApps.AuditedKey,
            ClientSecret = DemoApps.AuditedSecret,
            ApiAddress = address,
        };

    private static Task<long> UploadAsync(SandboxServer sandbox, string token, string video) =>
        ProgramRun.PeakMemoryAsync(
            Environment.ProcessPath!,
            "upload-once",
            sandbox.Address.GetLeftPart(UriPartial.Authority),
            token,
            video
        );

    /// <summary>The arguments that make curl send the same chunks on one connection.</summary>
    private static async Task<string[]> CurlAsync(SandboxServer sandbox, string token, IReadOnlyList<string> pieces)
    {
        using var client = new TikTokApiClient(OptionsOf(sandbox.Address));
        var plan = ChunkPlan.For(Gibibyte);
        var ticket = await client.Posting.InitInboxUploadAsync(new AccessToken(token), plan);
        var address = new Uri(sandbox.Address, ticket.Address.PathAndQuery).AbsoluteUri;
        return
        [
            .. Enumerable
                .Range(0, plan.Count)
                .SelectMany(index =>
                    (string[])
                        [
                            .. index > 0 ? (string[])["--next"] : [],
                            "-sSf",
                            "-T",
                            pieces[index],
                            "-H",
                            "Expect:",
                            "-H",
                            $"Host: {ticket.Address.Host}",
                            "-H",
                            "Content-Type: video/mp4",
                            "-H",
                            $"Content-Range: {plan[index].ContentRange(Gibibyte)}",
                            address,
                        ]
                ),
        ];
    }

    private static async Task WriteAsync(string path)
    {
        await using var file = File.Create(path);
        await using var video = SandboxClips.OpenPadded(Gibibyte);
        await video.CopyToAsync(file, 1 << 20);
    }

    private static async Task<IReadOnlyList<string>> CutAsync(string video, ChunkPlan plan, string folder)
    {
        await using var whole = File.OpenRead(video);
        var pieces = new List<string>();
        for (var index = 0; index < plan.Count; index++)
        {
            var piece = Path.Combine(folder, index.ToString("D3", CultureInfo.InvariantCulture));
            var bytes = new byte[plan[index].Length];
            await whole.ReadExactlyAsync(bytes);
            await File.WriteAllBytesAsync(piece, bytes);
            pieces.Add(piece);
        }

        return pieces;
    }
}
