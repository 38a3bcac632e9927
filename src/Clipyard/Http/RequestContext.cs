namespace Clipyard.Http;

/// <summary>What the handlers need to know about a request beside the request itself.</summary>
/// <param name="Session">The visit that it belongs to.</param>
/// <param name="IsMedia">Media is not paced, not decompressed, and may come from any public host.</param>
/// <param name="UserAgent">Instead of the session's own.</param>
internal sealed record RequestContext(BrowserSession Session, bool IsMedia, string? UserAgent = null)
{
    private static readonly HttpRequestOptionsKey<RequestContext> Key = new("Clipyard.RequestContext");

    public static RequestContext Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var context)
            ? context
            : throw new InvalidOperationException("The request was sent without its context.");

    public void AttachTo(HttpRequestMessage request) => request.Options.Set(Key, this);
}
