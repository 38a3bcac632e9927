using Clipyard.Server.Api;

namespace Clipyard.Server.Pages;

/// <summary>What the pages may load: their own files, the interface, and kept media.</summary>
internal sealed class PagePolicy(IPublicAddress address)
{
    /// <summary>The content security policy. Styles may be inline (sizes, positions, colours of charts), scripts never.</summary>
    public string Text => field ??= Write(address.Base.GetLeftPart(UriPartial.Authority));

    // Media are at the public address, which behind a proxy need not be the one that the browser shows.
    private static string Write(string media) =>
        string.Join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self'",
            $"img-src 'self' data: blob: {media}",
            $"media-src 'self' blob: {media}",
            $"connect-src 'self' {media}",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'"
        );
}
