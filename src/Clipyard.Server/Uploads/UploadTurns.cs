using Clipyard.Failures;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Uploads;

/// <summary>Who may write: one request per upload, and so many of one owner's at a time. No other process writes here.</summary>
internal sealed class UploadTurns(IOptions<UploadOptions> options)
{
    private static readonly TimeSpan ComeBackAfter = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, Guid> _writing = []; // upload, owner
    private readonly Dictionary<Guid, UploadHash> _resting = [];

    /// <summary>Takes the turn. Disposing gives it back.</summary>
    /// <exception cref="ClipyardException">
    /// <c>conflict</c>: another request writes to it; <c>quota_exceeded</c>: too many of the owner's are under way.
    /// </exception>
    public UploadTurn Enter(Guid owner, Guid upload)
    {
        lock (_lock)
        {
            if (_writing.ContainsKey(upload))
            {
                throw Refuse(FailureCatalogue.Conflict, "Another request is sending bytes of this upload.");
            }

            var most = options.Value.MaxAtOncePerOwner;
            if (_writing.Values.Count(other => other == owner) >= most)
            {
                throw Refuse(FailureCatalogue.QuotaExceeded, $"{most} uploads are being received already.");
            }

            _writing.Add(upload, owner);
            return new UploadTurn(this, upload);
        }
    }

    public bool IsWriting(Guid upload)
    {
        lock (_lock)
        {
            return _writing.ContainsKey(upload);
        }
    }

    /// <summary>Forgets what was kept in memory of an upload that is over.</summary>
    public void Forget(Guid upload) => TakeHash(upload)?.Dispose();

    /// <summary>What the request before has left of the hash; null after a restart.</summary>
    internal UploadHash? TakeHash(Guid upload)
    {
        lock (_lock)
        {
            return _resting.Remove(upload, out var hash) ? hash : null;
        }
    }

    internal void Leave(Guid upload, UploadHash? hash)
    {
        lock (_lock)
        {
            _writing.Remove(upload);
            if (hash is not null)
            {
                _resting[upload] = hash;
            }
        }
    }

    private static ClipyardException Refuse(Failure failure, string detail) =>
        new(failure, detail)
        {
            RetryAfter = ComeBackAfter,
            Remedies = ["Wait until it has ended, ask for the offset with HEAD, and go on from there."],
        };
}
