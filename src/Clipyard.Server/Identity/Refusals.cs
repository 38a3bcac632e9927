using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Api.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Identity;

/// <summary>What callers are told who are unknown or may not: also how the call should have been.</summary>
internal sealed class Refusals(IPublicAddress address)
{
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
                $"Pass an API key: {CorrectedCall.Of(context)}",
                $"Or sign in: POST {address.Absolute("/api/sign-in")}. Keys are made with POST /api/keys.",
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
            $"{Shown.Short(context.Request.Method)} {Shown.Short(context.Request.Path.ToUriComponent())} needs the scope {missing}. "
                + $"{caller} has {string.Join(", ", has)}."
        )
        {
            Remedies =
            [
                missing switch
                {
                    Scopes.Admin => "Ask an administrator of this server.",
                    PersonPolicy.Name => "Sign in with a browser and do it there, or use an administrator's key.",
                    _ => $"Make a key with the scope {missing} (POST /api/keys) and use that.",
                },
            ],
        };
    }
}
