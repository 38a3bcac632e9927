using Clipyard.Sandbox.Media;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Clipyard.Browser.Tests.Browsing;

/// <summary>Somebody's web server with a video on it, from which posts are made. Until it is opened it has something else there.</summary>
internal sealed class VideoSite : IAsyncDisposable
{
    private readonly WebApplication _application;
    private bool _isOpen;

    private VideoSite(WebApplication application, bool isOpen)
    {
        _application = application;
        _isOpen = isOpen;
        _application.Run(AnswerAsync);
    }

    public string Origin => _application.Urls.First();

    public string Video => $"{Origin}/tide.mp4";

    /// <summary>The setting that lets a server fetch from here.</summary>
    public (string Name, string? Value) Trusted => ("Network:TrustedOrigins:0", Origin);

    public static async Task<VideoSite> StartAsync(bool isOpen = true)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new VideoSite(builder.Build(), isOpen);
        await site._application.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    /// <summary>From here on the video is there.</summary>
    public void Open() => Volatile.Write(ref _isOpen, true);

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        if (!Volatile.Read(ref _isOpen))
        {
            return context.Response.WriteAsync("Here will be a video.", context.RequestAborted);
        }

        var video = SandboxClips.Bytes(SandboxClips.Plain);
        context.Response.ContentType = "video/mp4";
        context.Response.ContentLength = video.Length;
        return context.Response.Body.WriteAsync(video, context.RequestAborted).AsTask();
    }
}
