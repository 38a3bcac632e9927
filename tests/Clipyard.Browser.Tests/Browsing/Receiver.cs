using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Clipyard.Browser.Tests.Browsing;

/// <summary>Somebody's program on this machine that webhooks call.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<(string Id, string Timestamp, string Signatures, string Body)> _got = [];

    private Receiver(WebApplication application)
    {
        _application = application;
        _application.Run(ReceiveAsync);
    }

    public string Origin => _application.Urls.First();

    public string Address => $"{Origin}/hook";

    /// <summary>What came, in order.</summary>
    public IReadOnlyList<(string Id, string Timestamp, string Signatures, string Body)> Got => [.. _got];

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        await receiver._application.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var headers = context.Request.Headers;
        _got.Enqueue(
            (
                headers["webhook-id"].ToString(),
                headers["webhook-timestamp"].ToString(),
                headers["webhook-signature"].ToString(),
                body
            )
        );
        await context.Response.WriteAsync("taken", context.RequestAborted);
    }
}
