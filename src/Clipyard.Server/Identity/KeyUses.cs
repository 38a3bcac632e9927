using System.Collections.Concurrent;

namespace Clipyard.Server.Identity;

/// <summary>When keys were last used, kept in memory until <see cref="KeyUseWriter"/> writes it down.</summary>
internal sealed class KeyUses(TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _unsaved = new();

    /// <summary>Says that a key was used now.</summary>
    public void Note(Guid key) => _unsaved[key] = time.GetUtcNow();

    /// <summary>The last use that is not written down yet; null when there is none.</summary>
    public DateTimeOffset? Unsaved(Guid key) => _unsaved.TryGetValue(key, out var at) ? at : null;

    /// <summary>What is to be written.</summary>
    public IReadOnlyList<KeyValuePair<Guid, DateTimeOffset>> Pending() => [.. _unsaved];

    /// <summary>Says that it was written. A use since then stays.</summary>
    public void Saved(KeyValuePair<Guid, DateTimeOffset> use) => _unsaved.TryRemove(use);
}
