using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Clipyard.Server.Identity;

/// <summary>What proves something in a path, as a feature of the request from which it was taken out.</summary>
internal sealed class PathSecret(string text)
{
    /// <summary>The path of approval links, whose next segment is the secret.</summary>
    public const string ApprovalLinks = "/approve/";

    /// <summary>The path of feeds, whose next segment is the secret.</summary>
    public const string Feeds = "/rss/";

    // What logs and traces see in its place.
    private const string Stand = "-";

    private static readonly string[] Prefixes = [ApprovalLinks, Feeds];

    /// <summary>The secret.</summary>
    public string Text { get; } = text;

    /// <summary>The secret that came with a request, whose path holds a stand-in by now.</summary>
    /// <param name="context">The request.</param>
    /// <param name="inPath">What stands in the path: the secret itself where nothing took it out.</param>
    public static string Of(HttpContext context, string inPath) => context.Features.Get<PathSecret>()?.Text ?? inPath;

    /// <summary>Takes it out of a request; null when there is none.</summary>
    public static PathSecret? Take(IHttpRequestFeature request)
    {
        var path = request.Path;
        if (Array.Find(Prefixes, known => path.StartsWith(known, StringComparison.OrdinalIgnoreCase)) is not { } prefix)
        {
            return null;
        }

        var end = path.IndexOf('/', prefix.Length);
        var secret = end < 0 ? path[prefix.Length..] : path[prefix.Length..end];
        if (secret.Length == 0)
        {
            return null;
        }

        request.Path = string.Concat(prefix, Stand, end < 0 ? "" : path[end..]);
        request.RawTarget = new PathString(request.Path).ToUriComponent() + request.QueryString;
        return new PathSecret(secret);
    }

    /// <summary>Says what it is, never which.</summary>
    public override string ToString() => "a secret in a path";
}
