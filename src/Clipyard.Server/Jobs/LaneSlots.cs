using System.Diagnostics.CodeAnalysis;

namespace Clipyard.Server.Jobs;

/// <summary>
/// How many lanes of a kind work at once. A lane that finds no slot does not wait in one of the engine's places, which
/// would keep other kinds out: it is remembered, and woken in its turn; its slot is kept until it comes.
/// </summary>
internal sealed class LaneSlots(IEnumerable<LaneKind> kinds, TimeProvider time)
{
    private readonly Dictionary<string, KindSlots> _kinds = kinds.ToDictionary(
        kind => kind.Prefix,
        kind => new KindSlots(kind, time),
        StringComparer.Ordinal
    );

    /// <summary>Takes a slot, or remembers that the lane waits for one.</summary>
    public bool TryTake(string lane) => !Find(lane, out var slots) || slots.TryTake(lane);

    /// <summary>Gives the lane's slot back.</summary>
    /// <returns>The lane that may come next; null when none waits.</returns>
    public string? GiveBack(string lane) => Find(lane, out var slots) ? slots.GiveBack(lane) : null;

    /// <summary>Whether the lane will be woken when a slot is free.</summary>
    public bool IsWaiting(string lane) => Find(lane, out var slots) && slots.IsWaiting(lane);

    /// <summary>How many lanes wait for a slot.</summary>
    public int Waiting => _kinds.Values.Sum(slots => slots.Waiting);

    private bool Find(string lane, [NotNullWhen(true)] out KindSlots? slots) =>
        _kinds.TryGetValue(LaneKind.PrefixOf(lane), out slots);
}
