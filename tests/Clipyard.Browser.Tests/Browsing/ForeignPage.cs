using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace Clipyard.Browser.Tests.Browsing;

/// <summary>Somebody else's web server with a page of theirs, which shows a Clipyard by the components of samples/react.</summary>
internal sealed class ForeignPage : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly HttpClient _client = new();
    private Uri? _server;
    private string _key = "";

    private ForeignPage(WebApplication application)
    {
        _application = application;
        _application.UseFileServer(
            new FileServerOptions { FileProvider = new PhysicalFileProvider(ReactSample.Built) }
        );
        _application.Map("/clipyard/{**path}", PassOnAsync);
    }

    public string Origin => _application.Urls.First();

    /// <summary>The setting that lets it call with a key.</summary>
    public (string Name, string? Value) Allowed => ("Cors:Origins:0", Origin);

    /// <summary>Builds the page and serves it; skips the test where it cannot be built.</summary>
    public static async Task<ForeignPage> StartAsync()
    {
        var token = TestContext.Current.CancellationToken;
        var reason = await ReactSample.PrepareAsync(token);
        Assert.SkipWhen(reason is not null, reason ?? "");
        var built = await ReactSample.RunAsync("build", token);
        built.ExitCode.ShouldBe(0, built.Output + built.Errors);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var page = new ForeignPage(builder.Build());
        await page._application.StartAsync(token);
        return page;
    }

    /// <summary>From here on it passes calls on to a Clipyard, with a key that its pages never see.</summary>
    public void PassOnTo(Uri server, string key) => (_server, _key) = (server, key);

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _client.Dispose();
    }

    private async Task PassOnAsync(HttpContext context, string path)
    {
        if (_server is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var address = new Uri(_server, path + context.Request.QueryString);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), address);
        if (context.Request.ContentLength > 0)
        {
            request.Content = new StreamContent(context.Request.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        }

        foreach (var (name, values) in context.Request.Headers.Where(header => IsPassedOn(header.Key)))
        {
            request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _key);
        using var response = await _client.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            context.RequestAborted
        );
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        foreach (var (name, values) in response.Headers.Where(header => IsPassedOn(header.Key)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static bool IsPassedOn(string header) =>
        header.StartsWith("Tus-", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("Upload-", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Location", StringComparison.OrdinalIgnoreCase);
}
