using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Tests.Api;

/// <summary>Takes whatever an OTLP exporter sends over HTTP.</summary>
internal sealed class FakeCollector : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _bodies;

    private FakeCollector(WebApplication application, ConcurrentDictionary<string, ConcurrentQueue<string>> bodies)
    {
        _application = application;
        _bodies = bodies;
    }

    public Uri Address => new(_application.Urls.First());

    public static async Task<FakeCollector> StartAsync(CancellationToken cancellationToken)
    {
        var bodies = new ConcurrentDictionary<string, ConcurrentQueue<string>>(StringComparer.Ordinal);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Logging.SetMinimumLevel(LogLevel.None);
        var application = builder.Build();
        application.MapPost(
            "/{**path}",
            async (HttpContext context, CancellationToken aborted) =>
            {
                using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
                bodies.GetOrAdd(context.Request.Path, _ => new()).Enqueue(await reader.ReadToEndAsync(aborted));
            }
        );
        await application.StartAsync(cancellationToken);
        return new FakeCollector(application, bodies);
    }

    /// <summary>All that came to a path, as text; the names in it can be read.</summary>
    public string Received(string path) => string.Concat(_bodies.GetValueOrDefault(path) ?? []);

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
