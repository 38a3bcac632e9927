using System.Globalization;
using Clipyard.Failures;
using Clipyard.Links;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Cli.Doctor;

/// <summary>Whether the program itself works: it reads a post from its own stand-in for TikTok.</summary>
internal static class SandboxCheck
{
    private const string Check = "sandbox";

    public static async Task<Finding> RunAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        try
        {
            await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), cancellationToken);
            using var client = new ClipyardClient(new ClipyardOptions { TikTokAddress = sandbox.Address, Retries = 0 });
            var link = new TikTokLink.Video(VideoId.Parse(DemoWorld.PlainVideo));
            var video = await client.Videos.GetAsync(link, cancellationToken);
            var took = time.GetElapsedTime(started).TotalMilliseconds;
            return Finding.Ok(
                Check,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"read a post with {video.Renditions.Count} formats from {sandbox.Address.Authority} in {took:0} ms"
                )
            );
        }
        catch (Exception error)
            when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var named = FailureText.Name(error);
            return Finding.Failed(
                Check,
                named.Message,
                named.Failure,
                "Check that programs may listen on 127.0.0.1; otherwise report this."
            );
        }
    }
}
