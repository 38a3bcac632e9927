using System.Net.Mime;
using Clipyard.Server.Api;
using Clipyard.Server.Api.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Clipyard.Server.Pages;

/// <summary>
/// Serves the pages where no route answers: their files by name, and the index for every address that a browser opens.
/// Not a route of its own: one that takes everything would hide that an address exists with another method.
/// </summary>
internal sealed class PagesMiddleware(
    RequestDelegate next,
    PageFiles files,
    PageAddresses addresses,
    PagePolicy policy,
    IPublicAddress address
)
{
    private const string NotBuilt =
        "Clipyard's pages are not part of this program yet: run 'node web/build.mjs' (Node 20.19 or newer) and build the "
        + "program again. The interface is there, explained at /docs.\n";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (
            context.GetEndpoint() is not null
            || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        )
        {
            return next(context);
        }

        if (files.Find(request.Path.Value?.TrimStart('/') ?? "") is { } file)
        {
            return SendAsync(context, file);
        }

        var isRoot = request.Path == "/" || !request.Path.HasValue;
        if (!isRoot && !addresses.IsPage(request))
        {
            return next(context);
        }

        if (files.Index is { } index)
        {
            // A session belongs to one host name: whoever comes by another is led to the one that works.
            return PublicHostRedirect.TryLead(context, address) ? Task.CompletedTask : SendAsync(context, index);
        }

        return isRoot ? ExplainAsync(context) : next(context);
    }

    private static Task ExplainAsync(HttpContext context)
    {
        context.Response.ContentType = $"{MediaTypeNames.Text.Plain}; charset=utf-8";
        return context.Response.WriteAsync(NotBuilt, context.RequestAborted);
    }

    private async Task SendAsync(HttpContext context, PageFile file)
    {
        var accepted = context.Request.GetTypedHeaders().AcceptEncoding;
        var (encoding, bytes) = file.For(Takes(accepted, "br"), Takes(accepted, "gzip"));
        var response = context.Response;
        var tag = new EntityTagHeaderValue($"\"{file.Tag}{encoding.Suffix}\"");
        response.Headers.ETag = tag.ToString();
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.CacheControl = file.IsImmutable ? "public, max-age=31536000, immutable" : "no-cache";
        response.Headers.ContentSecurityPolicy = policy.Text;
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = file.ContentType;
        response.ContentLength = bytes.Length;
        if (encoding != PageEncoding.None)
        {
            response.Headers.ContentEncoding = encoding.Name;
        }

        if (HttpMethods.IsGet(context.Request.Method))
        {
            await response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    private static bool Takes(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
        accepted.Any(one => one.Quality is not 0 && one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase));
}
