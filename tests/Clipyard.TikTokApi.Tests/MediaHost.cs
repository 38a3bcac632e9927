using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.TikTokApi.Tests;

/// <summary>A web server of the app's own: it lends files to TikTok and takes its webhooks.</summary>
internal sealed class MediaHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private MediaHost(WebApplication app) => _app = app;

    public Uri Address =>
        new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<MediaHost> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new MediaHost(app);
    }

    public Uri this[string path] => new(Address, path);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
