namespace Clipyard.Server.Events;

/// <summary>Lets live events of one stream pass at most four times a second for each subject, the newest each time.</summary>
internal sealed class LivePace(TimeProvider time)
{
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<string, LiveEvent> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _passed = new(StringComparer.Ordinal);

    /// <summary>How long until the next may pass; null when none waits.</summary>
    public TimeSpan? Next =>
        _waiting.Count == 0
            ? null
            : _waiting.Keys.Min(subject => _passed.TryGetValue(subject, out var at) ? Left(at) : TimeSpan.Zero);

    public void Add(IEnumerable<LiveEvent> events)
    {
        foreach (var live in events)
        {
            _waiting[live.Subject] = live;
        }
    }

    /// <summary>Something lasting was told of the subject: what was true before it is not worth telling any more.</summary>
    public void Forget(string subject) => _waiting.Remove(subject);

    /// <summary>Those that may pass now.</summary>
    public IReadOnlyList<LiveEvent> Take()
    {
        foreach (var (subject, at) in _passed)
        {
            if (Left(at) == TimeSpan.Zero)
            {
                _passed.Remove(subject);
            }
        }

        var passing = _waiting.Values.Where(live => !_passed.ContainsKey(live.Subject)).ToList();
        foreach (var live in passing)
        {
            _waiting.Remove(live.Subject);
            _passed[live.Subject] = time.GetTimestamp();
        }

        return passing;
    }

    private TimeSpan Left(long at)
    {
        var left = Gap - time.GetElapsedTime(at);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
