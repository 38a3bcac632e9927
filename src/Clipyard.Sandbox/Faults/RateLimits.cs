using Clipyard.Sandbox.Hosting;

namespace Clipyard.Sandbox.Faults;

/// <summary>So many requests a minute by class of addresses; the rest is answered 429 with Retry-After.</summary>
public sealed class RateLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<SandboxEndpoint, int> _perMinute = [];
    private readonly Dictionary<SandboxEndpoint, (DateTimeOffset Start, int Count)> _windows = [];
    private volatile bool _any;

    /// <summary>The limits in force, in requests a minute.</summary>
    public IReadOnlyDictionary<SandboxEndpoint, int> PerMinute
    {
        get
        {
            lock (_lock)
            {
                return new Dictionary<SandboxEndpoint, int>(_perMinute);
            }
        }
    }

    /// <summary>Sets a limit. <see cref="SandboxEndpoint.Any"/> counts all requests together.</summary>
    /// <param name="endpoint">For which class of addresses.</param>
    /// <param name="requestsPerMinute">How many pass; null lifts the limit.</param>
    public void Set(SandboxEndpoint endpoint, int? requestsPerMinute)
    {
        lock (_lock)
        {
            _windows.Remove(endpoint);
            if (requestsPerMinute is { } limit)
            {
                _perMinute[endpoint] = limit;
            }
            else
            {
                _perMinute.Remove(endpoint);
            }

            _any = _perMinute.Count > 0;
        }
    }

    /// <summary>Lifts every limit.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _perMinute.Clear();
            _windows.Clear();
            _any = false;
        }
    }

    /// <summary>The limit set for a class of addresses; null for none.</summary>
    internal int? Find(SandboxEndpoint endpoint)
    {
        if (!_any)
        {
            return null;
        }

        lock (_lock)
        {
            return _perMinute.TryGetValue(endpoint, out var limit) ? limit : null;
        }
    }

    /// <summary>Counts a request.</summary>
    /// <returns>How long to wait; null when it may pass.</returns>
    internal TimeSpan? Count(SandboxEndpoint endpoint, DateTimeOffset now)
    {
        if (!_any)
        {
            return null;
        }

        lock (_lock)
        {
            // Limits of calls with a token are counted for each token, behind the door of the official API.
            return (endpoint.IsCountedByToken() ? null : CountIn(endpoint, now)) ?? CountIn(SandboxEndpoint.Any, now);
        }
    }

    private TimeSpan? CountIn(SandboxEndpoint endpoint, DateTimeOffset now)
    {
        if (!_perMinute.TryGetValue(endpoint, out var limit))
        {
            return null;
        }

        var (start, count) = _windows.GetValueOrDefault(endpoint, (now, 0));
        if (now - start >= Window || now < start)
        {
            (start, count) = (now, 0);
        }

        _windows[endpoint] = (start, count + 1);
        return count < limit ? null : start + Window - now;
    }
}
