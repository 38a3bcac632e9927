using Clipyard.Downloads;
using Clipyard.Server.Storage;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>One file on its way into the store.</summary>
internal sealed class StoreSinkWrite(StoreSink sink, MediaPart part, IMediaWrite write) : IDownloadWrite
{
    private IMediaWrite? _write = write;

    /// <summary>Nothing: what a cut download leaves in a store is swept away, not resumed.</summary>
    public long ResumedBytes => 0;

    public Stream Content => Open.Content;

    private IMediaWrite Open => _write ?? throw new ObjectDisposedException(nameof(StoreSinkWrite));

    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await DisposeAsync();
        _write = await sink.BeginPutAsync(part, part.Extension, cancellationToken);
    }

    public async Task<StoredFile> CommitAsync(string extension, CancellationToken cancellationToken)
    {
        if (!extension.Equals(part.Extension, StringComparison.Ordinal))
        {
            await RenameAsync(extension, cancellationToken);
        }

        var length = Open.Content.Length;
        var key = await sink.TakeAsync(part, extension, Open, cancellationToken);
        _write = null;
        return new StoredFile(key, length);
    }

    public void KeepForResume()
    {
        // See ResumedBytes.
    }

    public async ValueTask DisposeAsync()
    {
        if (_write is { } write)
        {
            _write = null;
            await write.DisposeAsync();
        }
    }

    /// <summary>A store names an object before its bytes come; a picture's bytes say only at the end what they are.</summary>
    private async Task RenameAsync(string extension, CancellationToken cancellationToken)
    {
        var misnamed = Open;
        var renamed = await sink.BeginPutAsync(part, extension, cancellationToken);
        _write = renamed;
        await using (misnamed)
        {
            misnamed.Content.Position = 0;
            await misnamed.Content.CopyToAsync(renamed.Content, cancellationToken);
        }
    }
}
