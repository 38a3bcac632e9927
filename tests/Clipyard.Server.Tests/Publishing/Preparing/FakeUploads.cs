using System.Collections.Concurrent;
using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Uploads;

namespace Clipyard.Server.Tests.Publishing.Preparing;

/// <summary>Taken uploads in memory.</summary>
internal sealed class FakeUploads : IUploads
{
    private readonly ConcurrentDictionary<Guid, byte[]> _files = [];

    private (TaskCompletionSource Reached, TaskCompletionSource Open)? _gate;

    /// <summary>Whether removing does not work now.</summary>
    public bool CannotRemove { get; set; }

    public Guid Add(byte[] bytes)
    {
        var id = Guid.NewGuid();
        _files[id] = bytes;
        return id;
    }

    public void Replace(Guid id, byte[] bytes) => _files[id] = bytes;

    /// <summary>Whoever opens a file next has it, but gets it only when the gate is opened.</summary>
    public (TaskCompletionSource Reached, TaskCompletionSource Open) StopNext()
    {
        var gate = (Reached: new TaskCompletionSource(), Open: new TaskCompletionSource());
        _gate = gate;
        return gate;
    }

    public bool Has(Guid id) => _files.ContainsKey(id);

    public Task<CompletedUpload> ReceiveAsync(Stream body, string? fileName, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<CompletedUpload?> FindAsync(Guid uploadId, CancellationToken cancellationToken) =>
        throw new NotSupportedException("It is taken: nobody finds it any more.");

    public async Task<Stream> OpenReadAsync(Guid uploadId, CancellationToken cancellationToken)
    {
        var bytes = _files.GetValueOrDefault(uploadId) ?? throw new ClipyardException(FailureCatalogue.NotFound);
        if (_gate is var (reached, open))
        {
            _gate = null;
            reached.SetResult();
            await open.Task.WaitAsync(cancellationToken);
        }

        return new MemoryStream(bytes, writable: false);
    }

    public Task TakeAsync(ClipyardDb db, Guid uploadId, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> MoveAsync(Guid uploadId, string path, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Its bytes are copied: what is staged may lie elsewhere.");

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
