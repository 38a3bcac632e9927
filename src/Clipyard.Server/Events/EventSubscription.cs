namespace Clipyard.Server.Events;

/// <summary>
/// What one open stream has to look at. Bounded whatever happens: events are a flag (they are read from the database),
/// progress is the set of jobs that said something since the stream last looked.
/// </summary>
internal sealed class EventSubscription(EventStreams streams, Guid ownerId, string? subject) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly HashSet<Guid> _progressed = [];
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
    public void SomethingHappened(string about)
    {
        if (subject is not null && subject != about)
        {
            return;
        }

        lock (_lock)
        {
            _hasEvents = true;
            _news.TrySetResult();
        }
    }

    /// <summary>A job of the owner said how far it is.</summary>
    public void SomethingProgressed(Guid jobId)
    {
        if (subject is not null && subject != jobId.ToString())
        {
            return;
        }

        lock (_lock)
        {
            if (_progressed.Add(jobId))
            {
                _news.TrySetResult();
            }
        }
    }

    /// <summary>What there is to look at since the last call: whether events, and which jobs' progress.</summary>
    public (bool HasEvents, IReadOnlyCollection<Guid> Progressed) Take()
    {
        lock (_lock)
        {
            var taken = (_hasEvents, _progressed.ToArray());
            _hasEvents = false;
            _progressed.Clear();
            if (_news.Task.IsCompleted)
            {
                _news = NewSignal();
            }

            return taken;
        }
    }

    /// <summary>Closes the stream.</summary>
    public void Dispose() => streams.Remove(this);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
