namespace Clipyard.Server.Publishing;

/// <summary>Whom to call when posts have come to an outcome.</summary>
internal interface IPostCallbacks
{
    /// <summary>The addresses of the owner's posts of these ids that have one. They may be secrets.</summary>
    Task<IReadOnlyDictionary<Guid, string>> FindAsync(IReadOnlyList<Guid> postIds, CancellationToken cancellationToken);
}
