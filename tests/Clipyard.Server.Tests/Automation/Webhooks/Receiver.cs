using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Tests.Automation.Webhooks;

/// <summary>Somebody's program that is called: it keeps what it got and answers as a test says.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<ReceivedMessage> _got = [];

    private Receiver(WebApplication application)
    {
        _application = application;
        _application.Run(ReceiveAsync);
    }

    public Uri Address => new(_application.Urls.First() + "/hook");

    public string Origin => _application.Urls.First();

    /// <summary>What came, in order.</summary>
    public IReadOnlyList<ReceivedMessage> Got => [.. _got];

    /// <summary>How it answers; 204 unless a test says otherwise.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = Status(HttpStatusCode.NoContent);

    public static Func<HttpContext, Task> Status(HttpStatusCode status, params (string Name, string Value)[] headers) =>
        context =>
        {
            context.Response.StatusCode = (int)status;
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            return Task.CompletedTask;
        };

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
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key,
            header => header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase
        );
        _got.Enqueue(new ReceivedMessage(context.Request.Method, context.Request.Path, headers, body));
        await Answer(context);
    }
}
