using System.Collections.Concurrent;
using System.Diagnostics;

[assembly: AssemblyFixture(typeof(Clipyard.Server.Tests.Publishing.Preparing.MadeFiles))]

namespace Clipyard.Server.Tests.Publishing.Preparing;

/// <summary>Files made with ffmpeg, each once for all tests. Where there is none, the tests that need one are skipped.</summary>
public sealed class MadeFiles : IDisposable
{
    private const string Encoder = "-an -c:v libx264 -preset ultrafast -pix_fmt yuv420p";

    private static readonly Dictionary<string, string> Recipes = new(StringComparer.Ordinal)
    {
        ["good.mp4"] = $"testsrc2=size=720x1280:rate=30 -t 1 {Encoder} -movflags +faststart",
        ["other.mp4"] = $"testsrc2=size=720x1280:rate=25 -t 1 {Encoder}",
        ["good.mov"] = $"testsrc2=size=720x1280:rate=30 -t 1 {Encoder}",
        ["good.webm"] = "testsrc2=size=360x640:rate=30 -t 1 -an -c:v libvpx -deadline realtime -cpu-used 8",
        ["fast.mp4"] = $"testsrc2=size=360x640:rate=120 -t 1 {Encoder}",
        ["tiny.mp4"] = $"testsrc2=size=200x300:rate=30 -t 1 {Encoder}",
        ["long.mp4"] = $"testsrc2=size=360x640:rate=25 -t 12 {Encoder}",
        ["good.jpg"] = "testsrc2=size=1080x1920 -frames:v 1",
        ["good.webp"] = "testsrc2=size=720x720 -frames:v 1 -c:v libwebp",
        ["still.png"] = "testsrc2=size=720x720 -frames:v 1",
        ["large.jpg"] = "testsrc2=size=2160x3840 -frames:v 1",
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("clipyard-made-").FullName;
    private readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> _files = new(StringComparer.Ordinal);

    private static readonly string? Ffmpeg = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "ffmpeg"))
        .FirstOrDefault(File.Exists);

    /// <summary>The bytes of one of them.</summary>
    public Task<byte[]> BytesAsync(string name)
    {
        Assert.SkipWhen(Ffmpeg is null, "ffmpeg is not installed; on Debian: apt-get install ffmpeg");
        return _files.GetOrAdd(name, _ => new Lazy<Task<byte[]>>(() => MakeAsync(name))).Value;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Shared by several tests, so it does not stop with one of them.
    private async Task<byte[]> MakeAsync(string name)
    {
        var path = Path.Combine(_folder, name);
        var start = new ProcessStartInfo(
            Ffmpeg!,
            ["-v", "error", "-f", "lavfi", "-i", .. Recipes[name].Split(' '), path]
        )
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("ffmpeg did not start.");
        var complaints = await process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        process.ExitCode.ShouldBe(0, complaints);
        return await File.ReadAllBytesAsync(path, CancellationToken.None);
    }
}
