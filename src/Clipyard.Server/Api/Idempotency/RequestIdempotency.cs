using Clipyard.Server.Data;

namespace Clipyard.Server.Api.Idempotency;

/// <inheritdoc cref="IIdempotency"/>
internal sealed class RequestIdempotency(TimeProvider time) : IIdempotency
{
    private RequestFingerprint? _request;

    public string? EarlierResourceId { get; private set; }

    /// <summary>Says which request this is, and what an earlier one made; called once, before the handler.</summary>
    public void Begin(RequestFingerprint request, string? earlierResourceId)
    {
        _request = request;
        EarlierResourceId = earlierResourceId;
    }

    public void Remember(ClipyardDb db, string resourceId)
    {
        if (_request is null || EarlierResourceId is not null)
        {
            return;
        }

        db.IdempotencyRecords.Add(
            new IdempotencyRecord
            {
                OwnerId = db.Scope.Owner.Id,
                Route = _request.Route,
                Key = _request.Key,
                RequestHash = _request.Hash,
                ResourceId = resourceId,
                CreatedAt = time.GetUtcNow(),
            }
        );
    }
}
