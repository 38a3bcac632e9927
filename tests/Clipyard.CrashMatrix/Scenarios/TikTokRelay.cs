using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.CrashMatrix.Scenarios;

/// <summary>
/// Stands between a server and the sandbox: holds calls on their way, and fetches the files to be pulled in ways of its
/// own, so that the sandbox gets them from here.
/// </summary>
internal sealed class TikTokRelay : IAsyncDisposable
{
    private const string Fetching = "/fetch/";

    private static readonly string[] OfTheConnection = ["Connection", "Transfer-Encoding", "Keep-Alive", "Expect"];

    private readonly Uri _sandbox;
    private readonly WebApplication _application;
    private readonly HttpClient _client = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
        }
    );

    private TikTokRelay(Uri sandbox, WebApplication application)
    {
        _sandbox = sandbox;
        _application = application;
    }

    /// <summary>What the server takes for the sandbox.</summary>
    public string Address => _application.Urls.First();

    /// <summary>Where the server is told to be pulled from: <c>http://127.0.0.1:PORT</c>.</summary>
    public string ServerUrl { get; set; } = "";

    /// <summary>Holds a call before the sandbox hears of it.</summary>
    public Func<HttpRequest, Task> BeforeCall { get; set; } = _ => Task.CompletedTask;

    /// <summary>Holds an answer after the sandbox has done what it was asked.</summary>
    public Func<HttpRequest, Task> BeforeAnswer { get; set; } = _ => Task.CompletedTask;

    /// <summary>Fetches a file for the sandbox; null answers 404.</summary>
    public Func<HttpClient, Uri, CancellationToken, Task<byte[]?>> Fetch { get; set; } = Fetches.WholeAsync;

    public static async Task<TikTokRelay> StartAsync(Uri sandbox, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var application = builder.Build();
        var relay = new TikTokRelay(sandbox, application);
        application.Run(relay.HandleAsync);
        await application.StartAsync(cancellationToken);
        return relay;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _application.StopAsync(now.Token);
        await _application.DisposeAsync();
        _client.Dispose();
    }

    private Task HandleAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { } size)
        {
            size.MaxRequestBodySize = null;
        }

        var path = context.Request.Path.Value ?? "";
        return path.StartsWith(Fetching, StringComparison.Ordinal)
            ? FetchAsync(context, path[Fetching.Length..])
            : ForwardAsync(context, path);
    }

    private async Task FetchAsync(HttpContext context, string rest)
    {
        byte[]? content;
        try
        {
            content = await Fetch(_client, new Uri($"{ServerUrl}/pull/{rest}"), context.RequestAborted);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            content = null;
        }

        if (content is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }

    private async Task ForwardAsync(HttpContext context, string path)
    {
        await BeforeCall(context.Request).WaitAsync(context.RequestAborted);
        using var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method),
            new Uri(_sandbox, context.Request.Path + context.Request.QueryString.Value)
        );
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            request.Content = await BodyAsync(context, path);
        }

        foreach (var (name, values) in context.Request.Headers.Where(header => !IsOfTheConnection(header.Key)))
        {
            if (name != "Content-Length" && !request.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        using var response = await _client.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            context.RequestAborted
        );
        await BeforeAnswer(context.Request).WaitAsync(context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
        {
            if (!IsOfTheConnection(name))
            {
                context.Response.Headers[name] = values.ToArray();
            }
        }

        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    /// <summary>The body as it came; of an init, with addresses that lead here.</summary>
    private async Task<HttpContent> BodyAsync(HttpContext context, string path)
    {
        if (!path.EndsWith("/init/", StringComparison.Ordinal))
        {
            var stream = new StreamContent(context.Request.Body);
            stream.Headers.ContentLength = context.Request.ContentLength;
            return stream;
        }

        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        return new ByteArrayContent(
            System.Text.Encoding.UTF8.GetBytes(
                text.Replace($"{ServerUrl}/pull/", Address + Fetching, StringComparison.Ordinal)
            )
        );
    }

    private static bool IsOfTheConnection(string header) =>
        OfTheConnection.Contains(header, StringComparer.OrdinalIgnoreCase);
}
