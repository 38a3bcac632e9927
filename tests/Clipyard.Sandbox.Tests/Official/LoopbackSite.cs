using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Clipyard.Sandbox.Tests.Official;

/// <summary>An app's own web server: serves files to be pulled, takes webhooks.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Channel<Hook> _hooks = Channel.CreateUnbounded<Hook>();

    private LoopbackSite(WebApplication application) => _application = application;

    public string Address => _application.Urls.First() + "/";

    /// <summary>What is answered to a GET of a path.</summary>
    public ConcurrentDictionary<string, Func<HttpContext, Task>> Files { get; } = new();

    /// <summary>The statuses of the next answers to webhooks; 200 when it is empty.</summary>
    public ConcurrentQueue<int> HookAnswers { get; } = new();

    public static async Task<LoopbackSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var site = new LoopbackSite(application);
        application.Run(site.AnswerAsync);
        await application.StartAsync(OfficialSession.Token);
        return site;
    }

    public void Serve(string path, byte[] bytes) =>
        Files["/" + path] = context => context.Response.Body.WriteAsync(bytes).AsTask();

    /// <summary>The next webhook that comes.</summary>
    public ValueTask<Hook> HookAsync() => _hooks.Reader.ReadAsync(OfficialSession.Token);

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method))
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            var status = HookAnswers.TryDequeue(out var next) ? next : 200;
            await _hooks.Writer.WriteAsync(new Hook(context.Request.Headers["TikTok-Signature"].ToString(), body));
            context.Response.StatusCode = status;
            return;
        }

        if (Files.TryGetValue(context.Request.Path.Value ?? "", out var serve))
        {
            await serve(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    internal sealed record Hook(string Signature, string Body);
}
