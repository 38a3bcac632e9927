using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Clipyard.Server.Identity;

/// <summary>
/// Takes <c>?api_key=</c>, and secrets in paths (<see cref="PathSecret"/>), out of an address before the request begins:
/// the host's request log and its traces, which come before any middleware, never see them.
/// </summary>
internal sealed class QueryKeyRedaction(IServiceProvider services) : IHttpContextFactory
{
    private readonly DefaultHttpContextFactory _inner = new(services);

    public HttpContext Create(IFeatureCollection featureCollection)
    {
        if (featureCollection.Get<IHttpRequestFeature>() is { } request)
        {
            if (Take(request) is { } key)
            {
                featureCollection.Set(key);
            }

            if (PathSecret.Take(request) is { } secret)
            {
                featureCollection.Set(secret);
            }
        }

        return _inner.Create(featureCollection);
    }

    public void Dispose(HttpContext httpContext) => _inner.Dispose(httpContext);

    private static QueryKey? Take(IHttpRequestFeature request)
    {
        if (request.QueryString.Length == 0)
        {
            return null;
        }

        string? key = null;
        var others = new StringBuilder();
        foreach (var pair in new QueryStringEnumerable(request.QueryString))
        {
            if (pair.DecodeName().Span.Equals(QueryKey.Parameter, StringComparison.OrdinalIgnoreCase))
            {
                key ??= pair.DecodeValue().ToString();
                continue;
            }

            others.Append(others.Length == 0 ? '?' : '&').Append(pair.EncodedName.Span);
            if (pair.EncodedValue.Length > 0)
            {
                others.Append('=').Append(pair.EncodedValue.Span);
            }
        }

        if (key is null)
        {
            return null;
        }

        request.QueryString = others.ToString();
        var path = request.RawTarget.AsSpan();
        request.RawTarget = string.Concat(path[..Math.Max(path.IndexOf('?'), 0)], request.QueryString);
        return new QueryKey(key);
    }
}
