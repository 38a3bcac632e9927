using System.Globalization;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Official.Wire;

/// <summary>Names of requests as TikTok writes them: the time eight hours ahead, then 20 hexadecimal digits.</summary>
internal sealed class LogIds(Sampler sampler, SandboxClock clock)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(8);

    private readonly string _run = sampler.Hex("log-ids", 8).ToUpperInvariant();
    private long _last;

    public string Next() =>
        (clock.Now + Ahead).UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)
        + _run
        + Interlocked.Increment(ref _last).ToString("X12", CultureInfo.InvariantCulture);
}
