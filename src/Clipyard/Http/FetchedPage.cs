using System.Buffers;
using System.Net;

namespace Clipyard.Http;

/// <summary>A page's whole body in a rented buffer, and where it came from.</summary>
internal sealed class FetchedPage(
    Uri finalUri,
    HttpStatusCode status,
    BrowserSession session,
    byte[] rented,
    int length
) : IDisposable
{
    private byte[]? _rented = rented;

    /// <summary>Where the redirects ended.</summary>
    public Uri FinalUri { get; } = finalUri;

    public HttpStatusCode Status { get; } = status;

    public BrowserSession Session { get; } = session;

    public ReadOnlySpan<byte> Body =>
        (_rented ?? throw new ObjectDisposedException(nameof(FetchedPage))).AsSpan(0, length);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _rented, null) is { } buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
