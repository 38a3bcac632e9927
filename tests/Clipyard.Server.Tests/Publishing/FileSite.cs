using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Tests.Publishing;

/// <summary>Somebody's web server with files on it.</summary>
internal sealed class FileSite : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _redirects = new(StringComparer.Ordinal);

    private FileSite(WebApplication application)
    {
        _application = application;
        _application.Run(AnswerAsync);
    }

    public string Origin => _application.Urls.First();

    public static async Task<FileSite> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new FileSite(builder.Build());
        await site._application.StartAsync(cancellationToken);
        return site;
    }

    /// <summary>Puts a file there.</summary>
    /// <returns>Its address.</returns>
    public string Add(string name, byte[] bytes)
    {
        _files["/" + name] = bytes;
        return $"{Origin}/{name}";
    }

    /// <summary>Lets an address of the site lead on to another.</summary>
    /// <returns>The address.</returns>
    public string Redirect(string name, string to)
    {
        _redirects["/" + name] = to;
        return $"{Origin}/{name}";
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (_redirects.TryGetValue(context.Request.Path.Value ?? "", out var to))
        {
            context.Response.Redirect(to);
            return;
        }

        if (!_files.TryGetValue(context.Request.Path.Value ?? "", out var bytes))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
