using Clipyard.Server.Data;

namespace Clipyard.Server.Api;

/// <summary>The present request's <c>Idempotency-Key</c>, if it has one.</summary>
internal interface IIdempotency
{
    /// <summary>
    /// The id of what an earlier request with this key and the same content made; null when this is the first (or
    /// there is no key). A handler that finds one answers with it and makes nothing.
    /// </summary>
    string? EarlierResourceId { get; }

    /// <summary>Adds the key to the context, to be saved in the transaction that makes the thing. Nothing without a key.</summary>
    void Remember(ClipyardDb db, string resourceId);
}
