using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Identity;

/// <summary>The key that came with a request, wherever it stood.</summary>
internal readonly record struct GivenKey
{
    private const string Bearer = "Bearer";

    private GivenKey(string text, bool inQuery)
    {
        Text = text;
        InQuery = inQuery;
    }

    /// <summary>The key; empty when the header was there without one.</summary>
    public string Text { get; }

    /// <summary>Whether it stood in the address.</summary>
    public bool InQuery { get; }

    /// <summary>Says where it was, never what it is.</summary>
    public override string ToString() => InQuery ? "a key in the address" : "a key in a header";

    /// <returns>The key of <c>Authorization</c>, <c>X-API-Key</c> or <c>?api_key=</c>, in this order; null without any.</returns>
    public static GivenKey? Of(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString().AsSpan().Trim();
        if (
            authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            && (authorization.Length == Bearer.Length || authorization[Bearer.Length] == ' ')
        )
        {
            return new GivenKey(authorization[Bearer.Length..].Trim().ToString(), inQuery: false);
        }

        if (context.Request.Headers.TryGetValue("X-API-Key", out var header))
        {
            return new GivenKey(header.ToString().Trim(), inQuery: false);
        }

        return context.Features.Get<QueryKey>() is { } key ? new GivenKey(key.Text, inQuery: true) : null;
    }
}
