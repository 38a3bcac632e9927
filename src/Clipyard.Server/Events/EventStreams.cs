using System.Collections.Concurrent;

namespace Clipyard.Server.Events;

/// <summary>The open event streams of this process, by owner.</summary>
internal sealed class EventStreams : ICommitObserver
{
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<EventSubscription, bool>> _byOwner = [];

    /// <summary>Opens a stream of an owner's events; dispose it to close it.</summary>
    /// <param name="ownerId">Whose.</param>
    /// <param name="subject">Of which thing alone; null for all.</param>
    public EventSubscription Subscribe(Guid ownerId, string? subject)
    {
        var subscription = new EventSubscription(this, ownerId, subject);
        _byOwner.GetOrAdd(ownerId, _ => []).TryAdd(subscription, true);
        return subscription;
    }

    public void Committed(LoggedEvent logged)
    {
        foreach (var subscription in Of(logged.OwnerId))
        {
            subscription.Tell(logged);
        }
    }

    /// <summary>Something of the owner's is so now.</summary>
    public void Tell(Guid ownerId, LiveEvent live)
    {
        foreach (var subscription in Of(ownerId))
        {
            subscription.Tell(live);
        }
    }

    /// <summary>What was so of a subject is over.</summary>
    public void Untell(Guid ownerId, string subject)
    {
        foreach (var subscription in Of(ownerId))
        {
            subscription.Untell(subject);
        }
    }

    /// <summary>Closes a stream.</summary>
    public void Remove(EventSubscription subscription)
    {
        if (_byOwner.TryGetValue(subscription.OwnerId, out var streams))
        {
            streams.TryRemove(subscription, out _);
        }
    }

    // Enumerating a concurrent dictionary takes no lock and copies nothing.
    private IEnumerable<EventSubscription> Of(Guid ownerId) =>
        _byOwner.TryGetValue(ownerId, out var streams) ? streams.Select(stream => stream.Key) : [];
}
