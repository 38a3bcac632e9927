using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Clipyard.Failures;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Identity;

/// <summary>Limits how often one address tries passwords: hashing one is work, and lock-outs are a nuisance.</summary>
internal sealed class SignInLimiter(IOptions<SignInOptions> options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<IPAddress?> _limiter = PartitionedRateLimiter.Create<IPAddress?, string>(
        address => PartitionOf(address, options.Value.PerMinute)
    );

    /// <summary>Counts one try.</summary>
    /// <exception cref="ClipyardException"><c>quota_exceeded</c>.</exception>
    public void Enter(IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire(address);
        if (!lease.IsAcquired)
        {
            throw new ClipyardException(
                FailureCatalogue.QuotaExceeded,
                $"Passwords may be tried {options.Value.PerMinute} times a minute from one address."
            )
            {
                RetryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window,
                Remedies = ["Wait a minute, then sign in again."],
            };
        }
    }

    public void Dispose() => _limiter.Dispose();

    private static RateLimitPartition<string> PartitionOf(IPAddress? address, int perMinute) =>
        perMinute == 0
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter(
                NameOf(address),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = Window }
            );

    // One subscriber has a whole /64 of IPv6.
    private static string NameOf(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        return address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.MapToIPv4().ToString();
    }
}
