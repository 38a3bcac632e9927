namespace Clipyard.Sandbox.Journals;

/// <summary>What was asked of the sandbox, for assertions.</summary>
public sealed class SandboxJournal
{
    private readonly Lock _lock = new();
    private readonly Queue<JournalEntry> _entries = new();
    private readonly int _capacity;
    private long _sequence;

    internal SandboxJournal(int capacity) => _capacity = capacity;

    /// <summary>The requests, oldest first; a copy.</summary>
    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>The requests of one class, oldest first; a copy.</summary>
    public IReadOnlyList<JournalEntry> Of(SandboxEndpoint endpoint) =>
        [.. Entries.Where(entry => entry.Endpoint == endpoint)];

    /// <summary>The requests about one post, its files included, oldest first; a copy.</summary>
    public IReadOnlyList<JournalEntry> About(string post) =>
        [.. Entries.Where(entry => string.Equals(entry.Post, post, StringComparison.Ordinal))];

    /// <summary>Forgets all requests.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _entries.Clear();
        }
    }

    internal JournalEntry Add(Func<long, JournalEntry> create)
    {
        lock (_lock)
        {
            var entry = create(++_sequence);
            _entries.Enqueue(entry);
            while (_entries.Count > _capacity)
            {
                _entries.Dequeue();
            }

            return entry;
        }
    }
}
