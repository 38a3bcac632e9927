using System.Text;
using Clipyard.Failures;
using Clipyard.Server.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Clipyard.Server.Identity;

/// <summary>What callers are told who are unknown or may not: also how the call should have been.</summary>
internal sealed class Refusals(IPublicAddress address)
{
    private const int LongestCall = 500;

    /// <summary>Nobody is known to call.</summary>
    public ClipyardException Unauthenticated(HttpContext context, string? reason)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"Clipyard\"";
            return Task.CompletedTask;
        });
        return new ClipyardException(FailureCatalogue.Unauthenticated, reason)
        {
            Remedies =
            [
                $"Pass an API key: {Corrected(context.Request)}",
                $"Or sign in at {address.Base}. Keys are made there, or with POST /api/keys.",
            ],
        };
    }

    /// <summary>The caller lacks a scope that the route needs.</summary>
    public static ClipyardException Forbidden(HttpContext context)
    {
        var has = CallerIdentity.ScopesOf(context.User);
        var needed = context
            .GetEndpoint()
            ?.Metadata.GetOrderedMetadata<IAuthorizeData>()
            .Select(data => data.Policy)
            .OfType<string>()
            .Except(has, StringComparer.Ordinal)
            .Distinct(StringComparer.Ordinal);
        var missing = string.Join(", ", needed ?? []);
        var caller = CallerIdentity.IsSession(context.User) ? "Your account" : "This key";
        return new ClipyardException(
            FailureCatalogue.Forbidden,
            $"{context.Request.Method} {context.Request.Path.ToUriComponent()} needs the scope {missing}. "
                + $"{caller} has {string.Join(", ", has)}."
        )
        {
            Remedies =
            [
                missing == Scopes.Admin
                    ? "Ask an administrator of this server."
                    : $"Make a key with the scope {missing} (POST /api/keys) and use that.",
            ],
        };
    }

    // In double quotes it can be pasted into every shell; the two signs that would still mean something are escaped.
    private string Corrected(HttpRequest request)
    {
        var call = new StringBuilder("curl ");
        if (!HttpMethods.IsGet(request.Method))
        {
            call.Append("-X ").Append(request.Method).Append(' ');
        }

        var target = UriHelper.BuildRelative(path: request.Path, query: request.QueryString);
        call.Append("-H \"Authorization: Bearer YOUR_KEY\" \"")
            .Append(address.Base.AbsoluteUri.TrimEnd('/'))
            .Append((target.Length <= LongestCall ? target : "/").Replace("$", "%24").Replace("!", "%21"))
            .Append('"');
        return call.ToString();
    }
}
