using System.Diagnostics;

namespace Clipyard.Media.Tests.Ffmpeg;

/// <summary>The ffmpeg of this machine, as an independent judge. Tests that ask it are skipped where there is none.</summary>
internal static class FfmpegJudge
{
    public static string? Path { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(System.IO.Path.PathSeparator)
            .Select(folder => System.IO.Path.Combine(folder, "ffmpeg"))
            .FirstOrDefault(File.Exists);

    public static void SkipWithout() =>
        Assert.SkipWhen(Path is null, "ffmpeg is not installed; on Debian: apt-get install ffmpeg");

    /// <summary>The MD5 of a file's decoded sound. Complaints of the decoder fail the test.</summary>
    public static async Task<string> SoundHashAsync(byte[] file, CancellationToken cancellationToken) =>
        await WithFileAsync(
            file,
            path => RunAsync(["-v", "error", "-i", path, "-map", "0:a", "-f", "md5", "-"], cancellationToken)
        );

    /// <summary>Writes a file again with these options, without encoding.</summary>
    public static async Task<byte[]> RemuxAsync(
        byte[] file,
        string extension,
        string[] options,
        CancellationToken cancellationToken
    ) =>
        await WithFileAsync(
            file,
            async path =>
            {
                var output = $"{path}.{extension}";
                try
                {
                    await RunAsync(["-v", "error", "-i", path, "-c", "copy", .. options, output], cancellationToken);
                    return await File.ReadAllBytesAsync(output, cancellationToken);
                }
                finally
                {
                    File.Delete(output);
                }
            }
        );

    private static async Task<T> WithFileAsync<T>(byte[] file, Func<string, Task<T>> use)
    {
        var path = System.IO.Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, file, TestContext.Current.CancellationToken);
            return await use(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Runs ffmpeg. Complaints of it fail the test.</summary>
    public static Task<string> RunAsync(string[] arguments, CancellationToken cancellationToken) =>
        RunAsync(Path!, ["-nostdin", .. arguments], cancellationToken);

    /// <summary>What ffprobe says about the first video track and the file: one line for each entry that was asked for.</summary>
    public static Task<string> ProbeAsync(string path, string entries, CancellationToken cancellationToken)
    {
        var ffprobe = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, "ffprobe");
        Assert.SkipUnless(File.Exists(ffprobe), "ffprobe is not installed; on Debian: apt-get install ffmpeg");
        return RunAsync(
            ffprobe,
            [
                "-v",
                "error",
                "-select_streams",
                "v:0",
                "-show_entries",
                entries,
                "-of",
                "default=noprint_wrappers=1",
                path,
            ],
            cancellationToken
        );
    }

    private static async Task<string> RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // One of its encoders otherwise introduces itself where complaints go.
        process.StartInfo.Environment["SVT_LOG"] = "0";
        process.Start();

        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var complaints = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);

        (await complaints).ShouldBeEmpty();
        return await output;
    }
}
