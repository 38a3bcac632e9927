using System.Collections.Concurrent;

namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>
/// Hashes of large files between two steps. They cannot be written down; after a restart their file is read from its
/// beginning once more.
/// </summary>
internal sealed class RunningHashes
{
    private readonly ConcurrentDictionary<Guid, RunningHash> _hashes = new();

    /// <summary>Takes the hash of a run out, if it is of this very object; any other is dropped.</summary>
    public RunningHash? Take(Guid run, string @object, DateTimeOffset modifiedAt)
    {
        if (!_hashes.TryRemove(run, out var hash))
        {
            return null;
        }

        if (hash.Object == @object && hash.ModifiedAt == modifiedAt)
        {
            return hash;
        }

        hash.Dispose();
        return null;
    }

    /// <summary>Keeps a hash until the run's next step.</summary>
    public void Keep(Guid run, RunningHash hash) => _hashes[run] = hash;

    /// <summary>Forgets a run that came to its end.</summary>
    public void Drop(Guid run)
    {
        if (_hashes.TryRemove(run, out var hash))
        {
            hash.Dispose();
        }
    }
}
