namespace Clipyard.Server.Storage;

/// <summary>An object being written. Disposing without <see cref="CommitAsync"/> leaves nothing.</summary>
internal interface IMediaWrite : IAsyncDisposable
{
    /// <summary>The bytes so far: appended to in order, readable and seekable from 0 until the commit.</summary>
    Stream Content { get; }

    /// <summary>Makes the object visible, durable, in one step, replacing what was there.</summary>
    Task<MediaStat> CommitAsync(CancellationToken cancellationToken);
}
