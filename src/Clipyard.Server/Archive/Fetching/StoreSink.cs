using Clipyard.Downloads;
using Clipyard.Server.Storage;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>
/// Takes one post's files into the store. A verified file stays invisible until all of the post are there and
/// <see cref="PublishAsync"/> makes them visible together; disposed without it, nothing is left.
/// </summary>
internal sealed class StoreSink(IMediaStore store, ObjectNames names) : IDownloadSink, IAsyncDisposable
{
    private readonly Dictionary<string, IMediaWrite> _ready = new(StringComparer.Ordinal);

    /// <summary>Never: the rows say what is kept, and they were asked before.</summary>
    public Task<StoredFile?> FindAsync(MediaPart part, CancellationToken cancellationToken) =>
        Task.FromResult<StoredFile?>(null);

    public async Task<IDownloadWrite> BeginAsync(MediaPart part, string version, CancellationToken cancellationToken) =>
        new StoreSinkWrite(this, part, await BeginPutAsync(part, part.Extension, cancellationToken));

    /// <summary>Makes the files visible, one right after the other.</summary>
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        foreach (var write in _ready.Values)
        {
            await write.CommitAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var write in _ready.Values)
        {
            await write.DisposeAsync();
        }

        _ready.Clear();
    }

    internal Task<IMediaWrite> BeginPutAsync(MediaPart part, string extension, CancellationToken cancellationToken)
    {
        var key = names.KeyOf(part, extension);
        return store.BeginPutAsync(key, MediaTypes.Of(key), cancellationToken);
    }

    /// <summary>Takes over a verified file.</summary>
    /// <returns>Its key.</returns>
    internal async Task<string> TakeAsync(
        MediaPart part,
        string extension,
        IMediaWrite write,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var key = names.KeyOf(part, extension);
        if (_ready.Remove(key, out var earlier))
        {
            await earlier.DisposeAsync();
        }

        _ready[key] = write;
        return key;
    }
}
