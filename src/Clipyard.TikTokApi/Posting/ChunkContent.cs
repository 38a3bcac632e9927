using System.Buffers;
using System.Net;

namespace Clipyard.TikTokApi.Posting;

/// <summary>The bytes of one chunk on their way from the source to TikTok, through one pooled buffer.</summary>
internal sealed class ChunkContent(IUploadSource source, UploadChunk chunk, Action<long> onSent, CancellationToken stop)
    : HttpContent
{
    /// <summary>Large: each piece costs a hop between threads for reading and one for sending.</summary>
    private const int BufferBytes = 1024 * 1024;

    private Task _copying = Task.CompletedTask;

    /// <summary>What the source threw; null when reading was not what failed.</summary>
    public Exception? SourceFailure { get; private set; }

    /// <summary>Waits until nobody reads the source any more, however that ended.</summary>
    public async Task WhenIdleAsync(CancellationToken cancellationToken) =>
        await _copying.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    ) => _copying = CopyAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = chunk.Length;
        return true;
    }

    private async Task CopyAsync(Stream target, CancellationToken cancellationToken)
    {
        // The transport's token ends with the request; ours also when the answer came before all was sent.
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stop);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            await using var part = await ReadAsync(
                () => source.OpenAsync(chunk.Offset, chunk.Length, linked.Token),
                linked.Token
            );
            for (long sent = 0; sent < chunk.Length; onSent(sent))
            {
                var wanted = buffer.AsMemory(0, (int)Math.Min(buffer.Length, chunk.Length - sent));
                var read = await ReadAsync(() => part.ReadAsync(wanted, linked.Token), linked.Token);
                if (read == 0)
                {
                    SourceFailure = EndedEarly(sent);
                    throw SourceFailure;
                }

                await target.WriteAsync(wanted[..read], linked.Token);
                sent += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Remembers what the source throws, so that it is not taken for a failure of the network.</summary>
    private async ValueTask<T> ReadAsync<T>(Func<ValueTask<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await read();
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            SourceFailure = error;
            throw;
        }
    }

    private ClipyardException EndedEarly(long sent) =>
        new(
            FailureCatalogue.MediaIncomplete,
            $"The video ends at {chunk.Offset + sent:N0} bytes instead of {source.Length:N0}."
        );
}
