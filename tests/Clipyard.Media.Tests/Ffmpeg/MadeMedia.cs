using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(Clipyard.Media.Tests.Ffmpeg.MadeMedia))]

namespace Clipyard.Media.Tests.Ffmpeg;

/// <summary>Films made with ffmpeg, each once for all tests.</summary>
public sealed class MadeMedia : IDisposable
{
    private static readonly string[] Opus = ["-c:a", "libopus", "-b:a", "32k"];
    private static readonly string[] Aac = ["-c:a", "aac", "-b:a", "64k"];
    private static readonly string[] H264 = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"];
    private static readonly string[] Vp9 = ["-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8"];
    private static readonly string[] Vp8 = ["-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8"];

    private static readonly Dictionary<string, Recipe> Recipes = new(StringComparer.Ordinal)
    {
        ["vp9.webm"] = new(360, 640, 30, [.. Vp9, .. Opus]),
        ["vp9-film-rate.webm"] = new(360, 640, "24000/1001", [.. Vp9, .. Opus]),
        ["vp8.webm"] = new(360, 640, 25, [.. Vp8, .. "-c:a libvorbis".Split(' ')]),
        ["vp8-hidden.webm"] = new(
            360,
            640,
            30,
            ["-an", .. "-c:v libvpx -deadline good -cpu-used 5 -auto-alt-ref 1 -lag-in-frames 16".Split(' ')]
        ),
        ["av1.webm"] = new(360, 640, 30, ["-c:v", "libsvtav1", "-preset", "13", .. Opus]),
        ["live.webm"] = new(360, 640, 30, [.. Vp9, .. Opus, "-live", "1"]),
        ["piped.webm"] = new(360, 640, 30, [.. Vp9, .. Opus], "piped"),
        ["good.mp4"] = new(720, 1280, 30, [.. H264, .. Aac, "-movflags", "+faststart"]),
        ["good.mov"] = new(720, 1280, 30, [.. H264, .. Aac, "-movflags", "+faststart"]),
        ["index-last.mp4"] = new(720, 1280, 30, [.. H264, .. Aac]),
        ["fragments.mp4"] = new(
            360,
            640,
            30,
            [.. H264, .. Aac, "-movflags", "frag_keyframe+empty_moov+default_base_moof"]
        ),
        ["h265.mp4"] = new(
            360,
            640,
            50,
            ["-an", .. "-c:v libx265 -preset ultrafast -tag:v hvc1 -x265-params log-level=error".Split(' ')]
        ),
        ["h264.mkv"] = new(360, 640, 30, [.. H264, "-bf", "2", .. Opus]),
        ["fast.mp4"] = new(360, 640, 120, ["-an", .. H264]),
        ["slow.mp4"] = new(360, 640, 10, ["-an", .. H264]),
        ["small.mp4"] = new(200, 300, 30, [.. H264, .. Aac]),
        ["large.mp4"] = new(2160, 3840, 30, ["-an", .. H264, "-t", "0.2"]),
        ["huge.webm"] = new(4400, 480, 30, ["-an", .. Vp8, "-t", "0.2"]),
        ["odd.mkv"] = new(402, 714, 30, ["-an", "-vf", "scale=401:713,format=yuv444p", "-c:v", "ffv1"]),
        ["turned.mp4"] = new(640, 480, 10, ["-an", .. H264], "turned"),
        ["long.mp4"] = new(360, 640, 1, ["-an", .. H264, "-t", "601"]),
        ["mpeg4.mp4"] = new(640, 360, 25, ["-c:v", "mpeg4", .. Aac]),
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("clipyard-media-").FullName;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _files = new(StringComparer.Ordinal);

    /// <summary>A new path in a folder that goes when the tests are over.</summary>
    public string NewPath(string extension) => Path.Combine(_folder, $"{Guid.NewGuid():N}.{extension}");

    /// <summary>The path of one of the films. Skips the test without ffmpeg.</summary>
    public Task<string> FileAsync(string name)
    {
        FfmpegJudge.SkipWithout();
        return _files.GetOrAdd(name, _ => new Lazy<Task<string>>(() => MakeAsync(name, Recipes[name]))).Value;
    }

    /// <summary>The bytes of one of the films.</summary>
    public async Task<byte[]> BytesAsync(string name) =>
        await File.ReadAllBytesAsync(await FileAsync(name), TestContext.Current.CancellationToken);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Shared by several tests, so it does not stop with one of them.
    private async Task<string> MakeAsync(string name, Recipe recipe)
    {
        var path = Path.Combine(_folder, name);
        string[] inputs =
        [
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            $"testsrc2=size={recipe.Width}x{recipe.Height}:rate={recipe.Rate}",
            "-f",
            "lavfi",
            "-i",
            "sine=frequency=440",
        ];
        string[] outputs = recipe.Options.Contains("-t") ? recipe.Options : ["-t", "2", .. recipe.Options];

        if (recipe.Finish == "turned")
        {
            var plain = NewPath("mp4");
            await FfmpegJudge.RunAsync([.. inputs, .. outputs, plain], CancellationToken.None);
            await FfmpegJudge.RunAsync(
                ["-v", "error", "-i", plain, "-c", "copy", "-metadata:s:v", "rotate=90", path],
                CancellationToken.None
            );
        }
        else
        {
            // Not seekable: neither sizes nor durations can be filled in afterwards.
            string[] goal = recipe.Finish == "piped" ? ["-seekable", "0", $"file:{path}"] : [path];
            await FfmpegJudge.RunAsync([.. inputs, .. outputs, .. goal], CancellationToken.None);
        }

        return path;
    }

    private sealed record Recipe(int Width, int Height, string Rate, string[] Options, string? Finish = null)
    {
        public Recipe(int width, int height, int rate, string[] options, string? finish = null)
            : this(width, height, rate.ToString(System.Globalization.CultureInfo.InvariantCulture), options, finish) { }
    }
}
