using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Clipyard.Server.Observability;

/// <summary>An answer's body that counts what goes through it, whichever way it is written.</summary>
internal sealed class CountedBody(IHttpResponseBodyFeature inner) : IHttpResponseBodyFeature
{
    private Stream? _stream;
    private PipeWriter? _writer;

    /// <summary>The body itself.</summary>
    public IHttpResponseBodyFeature Inner => inner;

    /// <summary>Bytes so far.</summary>
    public long Bytes { get; private set; }

    public Stream Stream => _stream ??= new CountedStream(inner.Stream, Count);

    public PipeWriter Writer => _writer ??= new CountedWriter(inner.Writer, Count);

    /// <summary>Puts one before a request's own body.</summary>
    public static CountedBody Put(HttpContext context)
    {
        var body = new CountedBody(context.Features.GetRequiredFeature<IHttpResponseBodyFeature>());
        context.Features.Set<IHttpResponseBodyFeature>(body);
        return body;
    }

    public void DisableBuffering() => inner.DisableBuffering();

    public Task StartAsync(CancellationToken cancellationToken = default) => inner.StartAsync(cancellationToken);

    public Task CompleteAsync() => inner.CompleteAsync();

    public async Task SendFileAsync(
        string path,
        long offset,
        long? count,
        CancellationToken cancellationToken = default
    )
    {
        await inner.SendFileAsync(path, offset, count, cancellationToken);
        Count(count ?? new FileInfo(path).Length - offset);
    }

    private void Count(long bytes) => Bytes += bytes;
}
