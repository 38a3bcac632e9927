using Clipyard.Failures;
using Microsoft.Extensions.Logging;

namespace Clipyard.Http;

/// <summary>
/// Keeps requests polite: a steady rate with a burst, rest after a refusal, slower while refusals come.
/// </summary>
/// <remarks>
/// Ours, because the framework's limiters know no other clock than the machine's (tests move theirs), no rest, and no
/// adapting. The rate is a "generic cell rate" schedule: one number, the time at which the bucket would be full again.
/// </remarks>
internal sealed partial class RequestPacer(ClipyardOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>After so many good answers in a row the rate is raised again.</summary>
    internal const int GoodAnswersToRecover = 20;

    private const double SlowestFactor = 1.0 / 16;

    /// <summary>From here on somebody who watches would wonder what is going on.</summary>
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, TimeSpan> _restUntil = new(StringComparer.Ordinal);
    private readonly long _startedAt = time.GetTimestamp();
    private TimeSpan _fullAt = TimeSpan.Zero;
    private double _factor = 1;
    private int _goodAnswers;

    /// <summary>A longer rest is not slept through inside a call: the failure says how long it is.</summary>
    private static readonly TimeSpan LongestCoolDown = TimeSpan.FromMinutes(5);

    /// <summary>The share of the configured rate that is used now, from 1/16 to 1.</summary>
    public double Factor
    {
        get
        {
            lock (_lock)
            {
                return _factor;
            }
        }
    }

    private TimeSpan LongestRest => options.CoolDown > LongestCoolDown ? options.CoolDown : LongestCoolDown;

    /// <summary>Since this was made. Not the wall clock: somebody may set that one.</summary>
    private TimeSpan Now => time.GetElapsedTime(_startedAt);

    /// <summary>Waits until a request may go out by this exit (a proxy's address, or empty for none).</summary>
    /// <exception cref="ConnectionException"><c>rate_limited</c>: the exit rests for longer than anybody should wait here.</exception>
    public async Task WaitAsync(string exit, CancellationToken cancellationToken)
    {
        if (!options.UseRateLimiter)
        {
            return;
        }

        ThrowIfRestingLong(exit);
        var goAt = Reserve();
        for (var wait = Remaining(exit, goAt); wait > TimeSpan.Zero; wait = Remaining(exit, goAt))
        {
            LogWaiting(wait >= LongWait ? LogLevel.Warning : LogLevel.Debug, wait);
            // In pieces: a delay has an upper limit.
            await Task.Delay(wait < RetryAfter.Longest ? wait : RetryAfter.Longest, time, cancellationToken);
            ThrowIfRestingLong(exit);
        }
    }

    /// <summary>Takes note of a refusal: this exit rests, and everything goes slower.</summary>
    /// <param name="exit">The exit that was refused.</param>
    /// <param name="retryAfter">How long TikTok asked to wait; null takes the configured rest.</param>
    /// <param name="isNews">False for a request refused along with others of its visit: they slow us down once.</param>
    /// <returns>How long the exit rests.</returns>
    public TimeSpan Refused(string exit, TimeSpan? retryAfter, bool isNews = true)
    {
        var rest = retryAfter ?? options.CoolDown;
        lock (_lock)
        {
            _goodAnswers = 0;
            _factor = options.AdaptiveSlowing && isNews ? Math.Max(_factor / 2, SlowestFactor) : _factor;

            var until = Now + rest;
            if (!_restUntil.TryGetValue(exit, out var known) || known < until)
            {
                _restUntil[exit] = until;
            }
        }

        return rest;
    }

    /// <summary>Takes note of a good answer.</summary>
    public void Answered()
    {
        lock (_lock)
        {
            if (_factor < 1 && ++_goodAnswers >= GoodAnswersToRecover)
            {
                _goodAnswers = 0;
                _factor = Math.Min(_factor * 1.25, 1);
            }
        }
    }

    private TimeSpan Reserve()
    {
        lock (_lock)
        {
            var now = Now;
            var interval = TimeSpan.FromMinutes(1 / (options.RequestsPerMinute * _factor));
            var fullAt = _fullAt > now ? _fullAt : now;

            _fullAt = fullAt + interval;
            return fullAt - (interval * (options.Burst - 1));
        }
    }

    private void ThrowIfRestingLong(string exit)
    {
        if (Remaining(exit, TimeSpan.Zero) is var rest && rest > LongestRest)
        {
            throw new ConnectionException(
                FailureCatalogue.RateLimited,
                $"TikTok refused an earlier request; nothing is asked for another {rest.TotalMinutes:0} min."
            )
            {
                RetryAfter = rest,
            };
        }
    }

    private TimeSpan Remaining(string exit, TimeSpan goAt)
    {
        lock (_lock)
        {
            var restUntil = _restUntil.GetValueOrDefault(exit);
            return (restUntil > goAt ? restUntil : goAt) - Now;
        }
    }

    [LoggerMessage(Message = "Waiting {Wait} before the next request, to be polite")]
    private partial void LogWaiting(LogLevel level, TimeSpan wait);
}
