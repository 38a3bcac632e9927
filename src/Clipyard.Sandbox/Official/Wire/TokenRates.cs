using Clipyard.Sandbox.Faults;

namespace Clipyard.Sandbox.Official.Wire;

/// <summary>How many calls a creator's token may make: a sliding minute for each endpoint. Refused calls do not count.</summary>
internal sealed class TokenRates(RateLimits limits)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(SandboxEndpoint, string), Queue<DateTimeOffset>> _calls = [];

    /// <summary>Counts a call.</summary>
    /// <returns>Whether it may pass.</returns>
    public bool Count(SandboxEndpoint endpoint, string who, int? burstPerSecond, DateTimeOffset now)
    {
        var key = (endpoint, who);
        if ((limits.Find(endpoint) ?? Default(endpoint)) is not { } limit)
        {
            return true;
        }

        if (!_calls.TryGetValue(key, out var calls))
        {
            _calls[key] = calls = [];
        }

        while (calls.TryPeek(out var first) && (now - first >= Window || now < first))
        {
            calls.Dequeue();
        }

        var burst = burstPerSecond is { } most && calls.Count(call => now - call < TimeSpan.FromSeconds(1)) >= most;
        if (burst || calls.Count >= limit)
        {
            return false;
        }

        calls.Enqueue(now);
        return true;
    }

    public void Clear() => _calls.Clear();

    /// <summary>TikTok's own numbers.</summary>
    private static int? Default(SandboxEndpoint endpoint) =>
        endpoint switch
        {
            SandboxEndpoint.UserInfo or SandboxEndpoint.VideoList or SandboxEndpoint.VideoQuery => 600,
            SandboxEndpoint.CreatorInfo => 20,
            SandboxEndpoint.VideoInit or SandboxEndpoint.InboxInit or SandboxEndpoint.PhotoInit => 6,
            SandboxEndpoint.PublishStatus => 30,
            _ => null,
        };
}
