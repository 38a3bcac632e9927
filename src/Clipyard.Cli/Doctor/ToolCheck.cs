using System.ComponentModel;
using System.Diagnostics;

namespace Clipyard.Cli.Doctor;

/// <summary>Whether other programs that can help are there.</summary>
internal static class ToolCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Task<Finding> FfmpegAsync(CancellationToken cancellationToken) =>
        RunAsync(
            "ffmpeg",
            "-version",
            "Only needed to re-encode. Install it, for example: apt-get install ffmpeg",
            cancellationToken
        );

    public static Task<Finding> YtDlpAsync(CancellationToken cancellationToken) =>
        RunAsync(
            "yt-dlp",
            "--version",
            "Only needed for --engine yt-dlp or auto. Install it, for example: pipx install yt-dlp",
            cancellationToken
        );

    private static async Task<Finding> RunAsync(
        string program,
        string argument,
        string remedy,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, [argument])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                }
            );
            var line = process is null ? null : await process.StandardOutput.ReadLineAsync(limit.Token);
            return line is { Length: > 0 }
                ? Finding.Ok(program, line)
                : Finding.Note(program, "does not answer", remedy);
        }
        catch (Win32Exception)
        {
            return Finding.Note(program, "not found", remedy);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Finding.Note(program, "does not answer within 10 s", remedy);
        }
    }
}
