using Clipyard.Failures;
using Clipyard.Server.Data;

namespace Clipyard.Server.Api.Idempotency;

/// <inheritdoc cref="IIdempotency"/>
internal sealed class RequestIdempotency(TimeProvider time) : IIdempotency
{
    private RequestFingerprint? _request;
    private string? _earlier;
    private ClipyardException? _refusal;

    public string? EarlierResourceId => _refusal is null ? _earlier : throw _refusal;

    /// <summary>Says which request this is, and what an earlier one made; called once, before the handler.</summary>
    public void Begin(RequestFingerprint request, string? earlierResourceId)
    {
        _request = request;
        _earlier = earlierResourceId;
    }

    /// <summary>Says why the key cannot be honoured. It counts when a handler asks: the others make nothing.</summary>
    public void Refuse(ClipyardException refusal) => _refusal = refusal;

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
