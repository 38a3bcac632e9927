using System.Net;

namespace Clipyard.Server.Network;

/// <summary>An answer's content, read under the limits of its fetch. It owns both.</summary>
internal sealed class GuardedContent : HttpContent
{
    private readonly HttpContent _content;
    private readonly FetchLimits _limits;

    public GuardedContent(HttpContent content, FetchLimits limits)
    {
        _content = content;
        _limits = limits;
        foreach (var header in content.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    protected override async Task<Stream> CreateContentReadStreamAsync() =>
        new GuardedBody(await _content.ReadAsStreamAsync(), _limits);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        new GuardedBody(await _content.ReadAsStreamAsync(cancellationToken), _limits);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        await using var body = await CreateContentReadStreamAsync(cancellationToken);
        await body.CopyToAsync(stream, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _content.Headers.ContentLength ?? 0;
        return _content.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
            _limits.Dispose();
        }

        base.Dispose(disposing);
    }
}
