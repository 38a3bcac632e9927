using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Api.Limits;

/// <summary>How many requests each caller has left: a bucket for every key, person or address.</summary>
internal sealed class RequestLimiter : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _limiter;

    public RequestLimiter(IOptions<LimitOptions> options)
    {
        PerMinute = options.Value.RequestsPerMinute;
        _limiter = PartitionedRateLimiter.Create<string, string>(caller =>
            RateLimitPartition.GetTokenBucketLimiter(caller, _ => Bucket(PerMinute))
        );
    }

    /// <summary>Requests a minute, also the most at once; 0: no limit.</summary>
    public int PerMinute { get; }

    /// <summary>Takes one request off a caller's bucket.</summary>
    public RequestAllowance Take(string caller)
    {
        using var lease = _limiter.AttemptAcquire(caller);
        var left = (int)(_limiter.GetStatistics(caller)?.CurrentAvailablePermits ?? 0);
        var untilFull = Window * ((double)(PerMinute - left) / PerMinute);
        return new RequestAllowance(
            lease.IsAcquired,
            left,
            untilFull,
            lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window / PerMinute
        );
    }

    public void Dispose() => _limiter.Dispose();

    // Filled up bit by bit rather than once a minute: a caller that was too fast goes on slowly instead of in bursts.
    private static TokenBucketRateLimiterOptions Bucket(int perMinute)
    {
        var perSecond = perMinute / 60;
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(perSecond, 1),
            ReplenishmentPeriod = perSecond >= 1 ? TimeSpan.FromSeconds(1) : Window / perMinute,
            AutoReplenishment = true,
        };
    }
}
