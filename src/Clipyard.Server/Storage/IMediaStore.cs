namespace Clipyard.Server.Storage;

/// <summary>Where kept files are: a folder, later an object store. Keys are <c>/</c>-separated, relative to the bucket.</summary>
internal interface IMediaStore
{
    /// <summary>What people call it: <c>disk</c>.</summary>
    string Name { get; }

    /// <summary>Begins an object of unknown length. Nothing is visible before it is committed.</summary>
    /// <exception cref="Failures.ClipyardException"><c>storage_full</c>, <c>storage_unavailable</c>.</exception>
    Task<IMediaWrite> BeginPutAsync(string key, string contentType, CancellationToken cancellationToken);

    /// <summary>Says what is there; null when there is nothing.</summary>
    Task<MediaStat?> StatAsync(string key, CancellationToken cancellationToken);

    /// <summary>Opens an object at an offset; null when there is none.</summary>
    /// <param name="key">The object.</param>
    /// <param name="offset">The first byte wanted.</param>
    /// <param name="length">How many; null for all the rest.</param>
    /// <param name="cancellationToken">Stops opening.</param>
    Task<Stream?> OpenReadAsync(string key, long offset, long? length, CancellationToken cancellationToken);

    /// <summary>Deletes an object. Deleting what is not there is no failure.</summary>
    Task DeleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>All objects whose key begins with a prefix, in the order of the keys' characters.</summary>
    IAsyncEnumerable<MediaStat> ListAsync(string prefix, CancellationToken cancellationToken) =>
        ListAsync(prefix, after: null, cancellationToken);

    /// <summary>As the other, going on behind a key; null: from the beginning.</summary>
    IAsyncEnumerable<MediaStat> ListAsync(string prefix, string? after, CancellationToken cancellationToken);

    /// <summary>Whether it can be written now, with the bytes left where that is known.</summary>
    /// <exception cref="Failures.ClipyardException"><c>storage_unavailable</c>, <c>storage_full</c>.</exception>
    Task<StoreHealth> CheckAsync(CancellationToken cancellationToken);
}
