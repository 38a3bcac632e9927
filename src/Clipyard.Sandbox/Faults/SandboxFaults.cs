namespace Clipyard.Sandbox.Faults;

/// <summary>The faults in force. Each request takes the first that matches, and one delay beside it.</summary>
public sealed class SandboxFaults
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];
    private int _lastId;
    private volatile int _count;

    /// <summary>The faults that can still strike, oldest first.</summary>
    public IReadOnlyList<ActiveFault> Active
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries.Select(entry => new ActiveFault(entry.Id, entry.Fault, entry.Struck))];
            }
        }
    }

    /// <summary>Puts a fault in force.</summary>
    /// <returns>The number to remove it by.</returns>
    public int Add(SandboxFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_lock)
        {
            _entries.Add(new Entry(++_lastId, fault));
            _count = _entries.Count;
            return _lastId;
        }
    }

    /// <summary>Takes a fault out of force.</summary>
    /// <returns>Whether it was in force.</returns>
    public bool Remove(int id)
    {
        lock (_lock)
        {
            var removed = _entries.RemoveAll(entry => entry.Id == id) > 0;
            _count = _entries.Count;
            return removed;
        }
    }

    /// <summary>Takes all faults out of force.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _entries.Clear();
            _count = 0;
        }
    }

    internal StruckFaults Take(FaultTarget target)
    {
        if (_count == 0)
        {
            return StruckFaults.None;
        }

        lock (_lock)
        {
            var delay = TakeFirst(target, entry => entry.Fault.Kind == FaultKind.Delay);
            var other = TakeFirst(target, entry => entry.Fault.Kind != FaultKind.Delay);
            return new StruckFaults(delay?.Delay ?? TimeSpan.Zero, other);
        }
    }

    private SandboxFault? TakeFirst(FaultTarget target, Func<Entry, bool> wanted)
    {
        foreach (var entry in _entries)
        {
            if (!wanted(entry) || !Matches(entry.Fault, target) || entry.Seen++ < entry.Fault.Skip)
            {
                continue;
            }

            if (++entry.Struck == entry.Fault.Times)
            {
                _entries.Remove(entry);
                _count = _entries.Count;
            }

            return entry.Fault;
        }

        return null;
    }

    private static bool Matches(SandboxFault fault, FaultTarget target) =>
        (fault.Endpoint == SandboxEndpoint.Any || fault.Endpoint == target.Endpoint)
        && (fault.Post is null || string.Equals(fault.Post, target.Post, StringComparison.Ordinal))
        && (fault.Creator is null || string.Equals(fault.Creator, target.Creator, StringComparison.OrdinalIgnoreCase))
        && (fault.Host is null || target.Host.StartsWith(fault.Host, StringComparison.OrdinalIgnoreCase))
        && (fault.Match is null || target.PathAndQuery.Contains(fault.Match, StringComparison.Ordinal));

    private sealed class Entry(int id, SandboxFault fault)
    {
        public int Id => id;

        public SandboxFault Fault => fault;

        public int Seen { get; set; }

        public int Struck { get; set; }
    }
}
