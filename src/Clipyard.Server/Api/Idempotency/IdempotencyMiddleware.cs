using System.Collections.Concurrent;
using Clipyard.Failures;
using Clipyard.Server.Api.Problems;
using Clipyard.Server.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Api.Idempotency;

/// <summary>Honours <c>Idempotency-Key</c> on every POST that makes something: whose handler asks <see cref="IIdempotency"/>.</summary>
internal sealed class IdempotencyMiddleware(RequestDelegate next, TimeProvider time)
{
    public const string HeaderName = "Idempotency-Key";

    /// <summary>How long a key is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    private const int MaximumKeyLength = 200;
    private static readonly TimeSpan ComeBackAfter = TimeSpan.FromSeconds(2);

    // Keys whose first request is still being answered by this process. Among several processes the primary key of
    // the table decides.
    private readonly ConcurrentDictionary<(Guid Owner, string Route, string Key), bool> _running = new();

    /// <summary>The refusal of a request whose twin is not answered yet.</summary>
    public static ClipyardException StillRunning() =>
        new(FailureCatalogue.Conflict, "The first request with this Idempotency-Key is still being answered.")
        {
            RetryAfter = ComeBackAfter,
            Remedies =
            [
                "Send the same request again a little later; it will be answered with what the first one made.",
            ],
        };

    public async Task InvokeAsync(HttpContext context, ClipyardDb db, IOwnerScope scope, RequestIdempotency idempotency)
    {
        var given = context.Request.Headers[HeaderName];
        if (given.Count == 0 || !scope.IsSet || !HttpMethods.IsPost(context.Request.Method))
        {
            await next(context);
            return;
        }

        if (Read(given.ToString()) is not { } key)
        {
            idempotency.Refuse(NoKey());
            await next(context);
            return;
        }

        var request = await RequestFingerprint.OfAsync(context, key, context.RequestAborted);
        var running = (scope.Owner.Id, request.Route, request.Key);
        var isFirst = _running.TryAdd(running, true);
        try
        {
            await BeginAsync(db, idempotency, request, isFirst, context.RequestAborted);
            await next(context);
        }
        finally
        {
            if (isFirst)
            {
                _running.TryRemove(running, out _);
            }
        }
    }

    private async Task BeginAsync(
        ClipyardDb db,
        RequestIdempotency idempotency,
        RequestFingerprint request,
        bool isFirst,
        CancellationToken cancellationToken
    )
    {
        var earlier = await FindAsync(db, request, cancellationToken);
        idempotency.Begin(request, earlier?.ResourceId);
        if (earlier is null && !isFirst)
        {
            idempotency.Refuse(StillRunning());
        }
        else if (earlier is not null && earlier.RequestHash != request.Hash)
        {
            idempotency.Refuse(Mismatch(request.Key));
        }
    }

    private async Task<IdempotencyRecord?> FindAsync(
        ClipyardDb db,
        RequestFingerprint request,
        CancellationToken cancellationToken
    )
    {
        var found = await db
            .IdempotencyRecords.AsNoTracking()
            .SingleOrDefaultAsync(
                record => record.Route == request.Route && record.Key == request.Key,
                cancellationToken
            );
        if (found is null)
        {
            return null;
        }

        if (found.CreatedAt + KeptFor <= time.GetUtcNow())
        {
            await db
                .IdempotencyRecords.Where(record => record.Route == request.Route && record.Key == request.Key)
                .ExecuteDeleteAsync(cancellationToken);
            return null;
        }

        return found;
    }

    private static string? Read(string given)
    {
        // The header's draft standard writes it in quotes; most callers do not.
        var key = given is ['"', .. var inner, '"'] ? inner : given;
        return key.Length is > 0 and <= MaximumKeyLength && key.All(c => c is > ' ' and < '\x7f') ? key : null;
    }

    private static ClipyardException NoKey() =>
        new(
            FailureCatalogue.InvalidParameter,
            $"The header {HeaderName} must be 1 to {MaximumKeyLength} visible ASCII characters without spaces."
        );

    private static ClipyardException Mismatch(string key) =>
        new(
            FailureCatalogue.IdempotencyMismatch,
            $"The {HeaderName} '{Shown.Short(key)}' came with another address or body before."
        );
}
