using System.Collections.Concurrent;
using Clipyard.Failures;
using Clipyard.Server.Api.Problems;
using Clipyard.Server.Data;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Api.Idempotency;

/// <summary>Honours <c>Idempotency-Key</c> on every POST that makes something: whose handler asks <see cref="IIdempotency"/>.</summary>
internal sealed class IdempotencyMiddleware(RequestDelegate next)
{
    public const string HeaderName = "Idempotency-Key";

    /// <summary>The longest key, in characters.</summary>
    public const int MaximumKeyLength = 200;
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

    public async Task InvokeAsync(
        HttpContext context,
        IdempotencyRows rows,
        IOwnerScope scope,
        RequestIdempotency idempotency
    )
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
            await BeginAsync(rows, idempotency, request, isFirst, context.RequestAborted);
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

    private static async Task BeginAsync(
        IdempotencyRows rows,
        RequestIdempotency idempotency,
        RequestFingerprint request,
        bool isFirst,
        CancellationToken cancellationToken
    )
    {
        var earlier = await rows.FindAsync(request, cancellationToken);
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

    /// <summary>A key as it was given; null when it cannot be one.</summary>
    public static string? Read(string given)
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

    /// <summary>The refusal of a request whose key was another one's.</summary>
    public static ClipyardException Mismatch(string key) =>
        new(
            FailureCatalogue.IdempotencyMismatch,
            $"The {HeaderName} '{Shown.Short(key)}' came with another address or body before."
        );
}
