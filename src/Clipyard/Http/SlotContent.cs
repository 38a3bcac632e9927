using System.Net;

namespace Clipyard.Http;

/// <summary>An answer's content that holds its slot until it is disposed of.</summary>
internal sealed class SlotContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly IDisposable _slot;

    public SlotContent(HttpContent inner, IDisposable slot)
    {
        _inner = inner;
        _slot = slot;
        foreach (var (name, values) in inner.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => _inner.ReadAsStreamAsync();

    protected override Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        _inner.ReadAsStreamAsync(cancellationToken);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        _inner.CopyToAsync(stream, context);

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? 0;
        return _inner.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
            _slot.Dispose();
        }

        base.Dispose(disposing);
    }
}
