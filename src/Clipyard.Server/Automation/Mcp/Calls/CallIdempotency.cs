using System.Security.Cryptography;
using System.Text;
using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Api.Idempotency;

namespace Clipyard.Server.Automation.Mcp.Calls;

/// <summary>Honours the argument <c>idempotency_key</c> as the HTTP interface honours its header.</summary>
/// <remarks>An argument, because clients of the protocol set no headers for one call.</remarks>
internal sealed class CallIdempotency(IdempotencyRows rows, TimeProvider time)
{
    /// <summary>What the tool passes on to whatever makes the thing.</summary>
    /// <exception cref="ClipyardException">
    /// <c>invalid_parameter</c>: no key can be so; <c>idempotency_mismatch</c>: it came with other arguments before.
    /// </exception>
    public async Task<IIdempotency> BeginAsync(ToolCall call, string? given, CancellationToken cancellationToken)
    {
        var idempotency = new RequestIdempotency(time);
        if (string.IsNullOrEmpty(given))
        {
            return idempotency;
        }

        var key = IdempotencyMiddleware.Read(given) ?? throw NoKey();
        var request = new RequestFingerprint($"MCP {call.Tool}", key, HashOf(call));
        var earlier = await rows.FindAsync(request, cancellationToken);
        if (earlier is not null && earlier.RequestHash != request.Hash)
        {
            throw IdempotencyMiddleware.Mismatch(key);
        }

        idempotency.Begin(request, earlier?.ResourceId);
        return idempotency;
    }

    private static string HashOf(ToolCall call) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(call.Arguments.GetRawText())));

    private static ClipyardException NoKey() =>
        new(
            FailureCatalogue.InvalidParameter,
            $"'idempotency_key' must be 1 to {IdempotencyMiddleware.MaximumKeyLength} visible ASCII characters without spaces."
        );
}
