using System.Diagnostics.CodeAnalysis;

namespace Clipyard.Server.Jobs;

/// <summary>
/// How many lanes of a kind work at once. A lane that finds no slot does not wait in one of the engine's places, which
/// would keep other kinds out: it is remembered, and woken in its turn.
/// </summary>
internal sealed class LaneSlots(IEnumerable<LaneKind> kinds)
{
    private readonly Dictionary<string, Slots> _kinds = kinds.ToDictionary(
        kind => kind.Prefix,
        kind => new Slots(kind.StepsAtOnce),
        StringComparer.Ordinal
    );

    /// <summary>Takes a slot, or remembers that the lane waits for one.</summary>
    public bool TryTake(string lane) => !Find(lane, out var slots) || slots.TryTake(lane);

    /// <summary>Gives the lane's slot back.</summary>
    /// <returns>The lane that may come next; null when none waits.</returns>
    public string? GiveBack(string lane) => Find(lane, out var slots) ? slots.GiveBack() : null;

    /// <summary>Whether the lane will be woken when a slot is free.</summary>
    public bool IsWaiting(string lane) => Find(lane, out var slots) && slots.IsWaiting(lane);

    /// <summary>How many lanes wait for a slot.</summary>
    public int Waiting => _kinds.Values.Sum(slots => slots.Waiting);

    private bool Find(string lane, [NotNullWhen(true)] out Slots? slots) =>
        _kinds.TryGetValue(LaneKind.PrefixOf(lane), out slots);

    private sealed class Slots(int free)
    {
        private readonly Lock _lock = new();
        private readonly Queue<string> _order = [];
        private readonly HashSet<string> _waiting = new(StringComparer.Ordinal);
        private int _free = free;

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

        public bool TryTake(string lane)
        {
            lock (_lock)
            {
                if (_free > 0)
                {
                    _free--;
                    return true;
                }

                if (_waiting.Add(lane))
                {
                    _order.Enqueue(lane);
                }

                return false;
            }
        }

        public string? GiveBack()
        {
            lock (_lock)
            {
                _free++;
                if (!_order.TryDequeue(out var next))
                {
                    return null;
                }

                _waiting.Remove(next);
                return next;
            }
        }

        public bool IsWaiting(string lane)
        {
            lock (_lock)
            {
                return _waiting.Contains(lane);
            }
        }
    }
}
