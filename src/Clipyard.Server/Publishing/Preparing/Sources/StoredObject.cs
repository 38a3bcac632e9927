using Clipyard.Failures;
using Clipyard.Server.Storage;

namespace Clipyard.Server.Publishing.Preparing.Sources;

/// <summary>Sources that lie in our own store.</summary>
internal static class StoredObject
{
    /// <summary>An object as a source.</summary>
    /// <param name="store">Where it lies.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="key">The object.</param>
    /// <param name="sha256">What its row says.</param>
    public static SourceFile Of(IMediaStore store, string name, string key, string sha256) =>
        new(name, cancellationToken => OpenAsync(store, name, key, cancellationToken)) { Sha256 = sha256 };

    private static async Task<OpenedSource> OpenAsync(
        IMediaStore store,
        string name,
        string key,
        CancellationToken cancellationToken
    )
    {
        var stream = await store.OpenReadAsync(key, offset: 0, length: null, cancellationToken);
        return stream is null
            ? throw new ClipyardException(FailureCatalogue.NotFound, $"{name}: its file is not in the store any more.")
            : new OpenedSource(stream);
    }
}
