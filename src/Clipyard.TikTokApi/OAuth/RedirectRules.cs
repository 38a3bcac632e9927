namespace Clipyard.TikTokApi.OAuth;

/// <summary>Which redirect addresses TikTok's portal takes (docs/tiktok-api.md, "Consent").</summary>
internal static class RedirectRules
{
    private const int TooLong = 512;

    public static bool IsLoopback(Uri uri) => uri.Host is "localhost" or "127.0.0.1";

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: TikTok would refuse it.</exception>
    public static void ThrowIfInvalid(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (FaultOf(uri) is { } fault)
        {
            throw new ClipyardException(FailureCatalogue.InvalidParameter, $"The redirect address {fault}.");
        }
    }

    private static string? FaultOf(Uri uri)
    {
        if (!uri.IsAbsoluteUri || uri.Scheme is not ("http" or "https"))
        {
            return "must begin with https:// (or http:// on loopback)";
        }

        if (uri.OriginalString.Length >= TooLong)
        {
            return "must be shorter than 512 characters";
        }

        if (uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.OriginalString.AsSpan().ContainsAny('?', '#'))
        {
            return "must have no query and no fragment";
        }

        if (IsLoopback(uri))
        {
            return HasPort(uri) ? null : "must name a port when it is on loopback";
        }

        return uri.Scheme == Uri.UriSchemeHttps ? null : "must begin with https:// unless it is on loopback";
    }

    private static bool HasPort(Uri uri)
    {
        var rest = uri.OriginalString.AsSpan(uri.Scheme.Length + "://".Length);
        var slash = rest.IndexOf('/');
        return (slash < 0 ? rest : rest[..slash]).Contains(':');
    }
}
