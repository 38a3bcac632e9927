using System.Net;

namespace Clipyard.Server.Network;

/// <summary>What a called address answered, whatever it was.</summary>
/// <param name="Status">Its status.</param>
/// <param name="ContentType">What it says its body is; null when it does not.</param>
/// <param name="Beginning">The body's first bytes; the rest was not read.</param>
/// <param name="RetryAfter">How long it asks us to wait; null when it does not.</param>
/// <param name="IsTrusted">Whether an administrator vouches for its origin: it may be inside.</param>
internal sealed record CallAnswer(
    HttpStatusCode Status,
    string? ContentType,
    ReadOnlyMemory<byte> Beginning,
    TimeSpan? RetryAfter,
    bool IsTrusted
)
{
    public bool IsSuccess => (int)Status is >= 200 and <= 299;

    public bool IsRedirect => (int)Status is >= 300 and <= 399;
}
