using Clipyard.Server.Data;

namespace Clipyard.Server.Publishing;

/// <summary>Told when messages that were held go out again. Features register theirs, scoped.</summary>
internal interface IResumeObserver
{
    /// <summary>Messages are let out: runs inside the transaction that says so, for all owners.</summary>
    Task ResumingAsync(ClipyardDb db, CancellationToken cancellationToken);
}
