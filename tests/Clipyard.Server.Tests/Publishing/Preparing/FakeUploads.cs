using System.Collections.Concurrent;
using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Uploads;

namespace Clipyard.Server.Tests.Publishing.Preparing;

/// <summary>Taken uploads in memory.</summary>
internal sealed class FakeUploads : IUploads
{
    private readonly ConcurrentDictionary<Guid, byte[]> _files = [];

    /// <summary>Whether removing does not work now.</summary>
    public bool CannotRemove { get; set; }

    public Guid Add(byte[] bytes)
    {
        var id = Guid.NewGuid();
        _files[id] = bytes;
        return id;
    }

    public bool Has(Guid id) => _files.ContainsKey(id);

    public Task<CompletedUpload> ReceiveAsync(Stream body, string? fileName, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<CompletedUpload?> FindAsync(Guid uploadId, CancellationToken cancellationToken) =>
        throw new NotSupportedException("It is taken: nobody finds it any more.");

    public Task<Stream> OpenReadAsync(Guid uploadId, CancellationToken cancellationToken) =>
        _files.TryGetValue(uploadId, out var bytes)
            ? Task.FromResult<Stream>(new MemoryStream(bytes, writable: false))
            : Task.FromException<Stream>(new ClipyardException(FailureCatalogue.NotFound));

    public Task TakeAsync(ClipyardDb db, Guid uploadId, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RemoveAsync(Guid uploadId, CancellationToken cancellationToken)
    {
        if (CannotRemove)
        {
            throw new ClipyardException(FailureCatalogue.StorageUnavailable);
        }

        _files.TryRemove(uploadId, out _);
        return Task.CompletedTask;
    }
}
