using System.Diagnostics.Metrics;

namespace Clipyard.Server.Accounts.App;

/// <summary>What is counted of TikTok's official API.</summary>
internal sealed class TikTokMetrics
{
    private readonly Counter<long> _calls;

    public TikTokMetrics(IMeterFactory meters) =>
        _calls = meters
            .Create("Clipyard")
            .CreateCounter<long>(
                "clipyard.tiktok.calls",
                "{call}",
                "Calls of TikTok's official API, by endpoint and TikTok's code."
            );

    /// <summary>Counts one that was answered, or was not.</summary>
    public void Called(string endpoint, string code) =>
        _calls.Add(
            1,
            new KeyValuePair<string, object?>("endpoint", endpoint),
            new KeyValuePair<string, object?>("code", code)
        );
}
