using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.CrashMatrix.Material;

/// <summary>Where the posts' files are fetched from.</summary>
internal sealed class MaterialServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private MaterialServer(WebApplication application) => _application = application;

    /// <summary><c>http://127.0.0.1:PORT</c></summary>
    public string Origin => _application.Urls.First();

    public static async Task<MaterialServer> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var application = builder.Build();
        application.UseRouting();
        application.MapGet("/small/{name}.mp4", SmallAsync);
        application.MapGet("/large/{name}.mp4", LargeAsync);
        application.MapGet("/photo/{name}.jpg", PhotoAsync);
        await application.StartAsync(cancellationToken);
        return new MaterialServer(application);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static Task SmallAsync(HttpContext context) => SendAsync(context, Clip.Small(NameOf(context)));

    private static Task LargeAsync(HttpContext context) => SendAsync(context, Clip.Large(NameOf(context)));

    private static async Task SendAsync(HttpContext context, Clip clip)
    {
        context.Response.ContentType = "video/mp4";
        context.Response.ContentLength = clip.Bytes;
        await clip.WriteAsync(context.Response.Body, context.RequestAborted);
    }

    private static async Task PhotoAsync(HttpContext context)
    {
        var bytes = new Photo(NameOf(context)).ToBytes();
        context.Response.ContentType = "image/jpeg";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static string NameOf(HttpContext context) => context.GetRouteValue("name") as string ?? "";
}
