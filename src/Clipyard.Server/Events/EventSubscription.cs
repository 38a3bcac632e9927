namespace Clipyard.Server.Events;

/// <summary>
/// What one open stream has to look at. Bounded however slowly it is read: lasting events are a flag, as they are read
/// from the database; of live ones the newest of each subject is held.
/// </summary>
internal sealed class EventSubscription(EventStreams streams, Guid ownerId, string? subject) : IDisposable
{
    private readonly Lock _lock = new();
    private Dictionary<string, LiveEvent> _live = new(StringComparer.Ordinal);
    private TaskCompletionSource _news = NewSignal();
    private bool _hasEvents = true;

    /// <summary>Whose events.</summary>
    public Guid OwnerId => ownerId;

    /// <summary>Ends when there is something to look at.</summary>
    public Task News
    {
        get
        {
            lock (_lock)
            {
                return _news.Task;
            }
        }
    }

    /// <summary>An event of the owner is committed.</summary>
    public void Tell(LoggedEvent logged)
    {
        if (!IsAbout(logged.Subject))
        {
            return;
        }

        lock (_lock)
        {
            _hasEvents = true;
            _news.TrySetResult();
        }
    }

    /// <summary>Something of the owner's is so now.</summary>
    public void Tell(LiveEvent live)
    {
        if (!IsAbout(live.Subject))
        {
            return;
        }

        lock (_lock)
        {
            // Woken by the first word alone: a transfer says one for every buffer.
            if (_live.TryAdd(live.Subject, live))
            {
                _news.TrySetResult();
            }
            else
            {
                _live[live.Subject] = live;
            }
        }
    }

    /// <summary>What was so is over.</summary>
    public void Untell(string about)
    {
        lock (_lock)
        {
            _live.Remove(about);
        }
    }

    /// <summary>What there is to look at since the last call: whether events, and what is so now.</summary>
    public (bool HasEvents, IReadOnlyCollection<LiveEvent> Live) Take()
    {
        lock (_lock)
        {
            var taken = (_hasEvents, _live.Values);
            _hasEvents = false;
            _live = _live.Count == 0 ? _live : new Dictionary<string, LiveEvent>(StringComparer.Ordinal);
            _news = _news.Task.IsCompleted ? NewSignal() : _news;
            return taken;
        }
    }

    /// <summary>Closes the stream.</summary>
    public void Dispose() => streams.Remove(this);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool IsAbout(string other) => subject is null || subject == other;
}
