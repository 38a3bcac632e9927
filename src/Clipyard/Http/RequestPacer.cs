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
    private readonly Dictionary<string, DateTimeOffset> _restUntil = new(StringComparer.Ordinal);
    private DateTimeOffset _fullAt = DateTimeOffset.MinValue;
    private double _factor = 1;
    private int _goodAnswers;

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

    /// <summary>Waits until a request may go out by this exit (a proxy's address, or empty for none).</summary>
    public async Task WaitAsync(string exit, CancellationToken cancellationToken)
    {
        if (!options.UseRateLimiter)
        {
            return;
        }

        var goAt = Reserve();
        for (var wait = Remaining(exit, goAt); wait > TimeSpan.Zero; wait = Remaining(exit, goAt))
        {
            LogWaiting(wait >= LongWait ? LogLevel.Warning : LogLevel.Debug, wait);
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <summary>Takes note of a refusal: this exit rests, and everything goes slower.</summary>
    /// <param name="exit">The exit that was refused.</param>
    /// <param name="retryAfter">How long TikTok asked to wait; null takes the configured rest.</param>
    /// <returns>How long the exit rests.</returns>
    public TimeSpan Refused(string exit, TimeSpan? retryAfter)
    {
        var rest = retryAfter ?? options.CoolDown;
        lock (_lock)
        {
            _goodAnswers = 0;
            _factor = options.AdaptiveSlowing ? Math.Max(_factor / 2, SlowestFactor) : 1;

            var until = time.GetUtcNow() + rest;
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

    private DateTimeOffset Reserve()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var interval = TimeSpan.FromMinutes(1 / (options.RequestsPerMinute * _factor));
            var fullAt = _fullAt > now ? _fullAt : now;

            _fullAt = fullAt + interval;
            return fullAt - (interval * (options.Burst - 1));
        }
    }

    private TimeSpan Remaining(string exit, DateTimeOffset goAt)
    {
        lock (_lock)
        {
            var restUntil = _restUntil.GetValueOrDefault(exit, DateTimeOffset.MinValue);
            return (restUntil > goAt ? restUntil : goAt) - time.GetUtcNow();
        }
    }

    [LoggerMessage(Message = "Waiting {Wait} before the next request, to be polite")]
    private partial void LogWaiting(LogLevel level, TimeSpan wait);
}
