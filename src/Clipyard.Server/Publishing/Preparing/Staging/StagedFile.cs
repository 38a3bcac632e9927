using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Storage;

namespace Clipyard.Server.Publishing.Preparing.Staging;

/// <summary>One file that has arrived whole. Invisible, and gone when disposed, until it is committed.</summary>
internal sealed class StagedFile(IMediaWrite write, PostFile row) : IAsyncDisposable
{
    /// <summary>What its row will be; filled up by the checks.</summary>
    public PostFile Row { get; } = row;

    /// <summary>Its bytes from the beginning, seekable.</summary>
    public Stream Read()
    {
        write.Content.Position = 0;
        return write.Content;
    }

    public Task CommitAsync(CancellationToken cancellationToken) => write.CommitAsync(cancellationToken);

    public ValueTask DisposeAsync() => write.DisposeAsync();
}
