namespace Clipyard.Server.Jobs;

/// <summary>The slots of one kind of lane, and who waits for one.</summary>
internal sealed class KindSlots(LaneKind kind, TimeProvider time)
{
    // The word to a lane may be lost; then its slot is anybody's again.
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly List<string> _working = [];
    private readonly LinkedList<string> _order = [];
    private readonly Dictionary<string, LinkedListNode<string>> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _called = new(StringComparer.Ordinal);

    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Takes a slot, or remembers that the lane waits for one.</summary>
    public bool TryTake(string lane)
    {
        lock (_lock)
        {
            ForgetLost();
            if (_called.Remove(lane) || IsRoomFor(lane))
            {
                WaitNoMore(lane);
                _working.Add(lane);
                return true;
            }

            if (!_waiting.ContainsKey(lane))
            {
                _waiting[lane] = _order.AddLast(lane);
            }

            return false;
        }
    }

    /// <summary>Gives the lane's slot back, and keeps it for the lane that may come next.</summary>
    /// <returns>That lane; null when none waits that may.</returns>
    public string? GiveBack(string lane)
    {
        lock (_lock)
        {
            ForgetLost();
            _working.Remove(lane);
            if (_order.FirstOrDefault(IsRoomFor) is not { } next)
            {
                return null;
            }

            WaitNoMore(next);
            _called[next] = time.GetUtcNow() + KeptFor;
            return next;
        }
    }

    /// <summary>Whether the lane will be called: there is no room for it yet.</summary>
    public bool IsWaiting(string lane)
    {
        lock (_lock)
        {
            ForgetLost();
            return _waiting.ContainsKey(lane) && !IsRoomFor(lane);
        }
    }

    private void WaitNoMore(string lane)
    {
        if (_waiting.Remove(lane, out var place))
        {
            _order.Remove(place);
        }
    }

    private bool IsRoomFor(string lane)
    {
        if (_working.Count + _called.Count >= kind.StepsAtOnce)
        {
            return false;
        }

        if (kind.StepsOfOneOwner is not { } most)
        {
            return true;
        }

        var owner = LaneKind.OwnerOf(lane);
        return _working.Concat(_called.Keys).Count(other => other.StartsWith(owner, StringComparison.Ordinal)) < most;
    }

    private void ForgetLost()
    {
        var now = time.GetUtcNow();
        foreach (var (lane, until) in _called)
        {
            if (until <= now)
            {
                _called.Remove(lane);
            }
        }
    }
}
