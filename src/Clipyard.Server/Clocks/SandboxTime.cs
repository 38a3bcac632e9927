using System.Net.Http.Json;
using System.Text.Json;

namespace Clipyard.Server.Clocks;

/// <summary>
/// The clock of the sandbox that stands in for TikTok, so that both agree when somebody moves it. Only the time of day
/// is the sandbox's: timers and measured durations run on as they are.
/// </summary>
internal sealed class SandboxTime : TimeProvider, IDisposable
{
    // Below it the difference is the answer's way here, not a clock that was moved.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(500);

    private readonly TimeProvider _own;
    private readonly HttpClient _client;
    private long _offsetTicks;

    /// <param name="sandbox">The sandbox's address.</param>
    /// <param name="own">The clock that counts while the sandbox cannot be reached.</param>
    public SandboxTime(Uri sandbox, TimeProvider own)
    {
        _own = own;
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(1) })
        {
            BaseAddress = new Uri(sandbox, "/_sandbox/clock"),
            Timeout = TimeSpan.FromSeconds(2),
        };
    }

    public override TimeZoneInfo LocalTimeZone => _own.LocalTimeZone;

    public override long TimestampFrequency => _own.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() =>
        _own.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    public override long GetTimestamp() => _own.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _own.CreateTimer(callback, state, dueTime, period);

    /// <summary>Asks the sandbox what time it is, and goes by that from here on.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        if (await AskAsync(cancellationToken) is not { } offset)
        {
            return; // one slow answer must not move the clock
        }

        var known = TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));
        if ((offset - known).Duration() > Tolerance)
        {
            Interlocked.Exchange(ref _offsetTicks, offset.Duration() > Tolerance ? offset.Ticks : 0);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<TimeSpan?> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            var began = _own.GetTimestamp();
            var answer = await _client.GetFromJsonAsync<JsonElement>((Uri?)null, cancellationToken);
            if (_own.GetElapsedTime(began) > Tolerance)
            {
                return null; // too long on its way to say what time it is
            }

            return answer.GetProperty("now").GetDateTimeOffset() - _own.GetUtcNow();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null; // slow
        }
        catch (Exception error)
            when (error
                    is HttpRequestException
                        or JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
            )
        {
            return TimeSpan.Zero; // it is gone, or has no clock
        }
    }
}
