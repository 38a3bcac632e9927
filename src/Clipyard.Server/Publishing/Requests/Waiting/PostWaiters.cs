using System.Collections.Concurrent;
using Clipyard.Server.Events;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Requests.Waiting;

/// <summary>Tells callers who wait for a post that something happened to it.</summary>
internal sealed class PostWaiters : ICommitObserver
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _waiting = [];

    /// <summary>For whom anybody waits; what tests look at.</summary>
    public int Count => _waiting.Count;

    /// <summary>Ends when something happens to the post. Read the row after this call, not before: a change in between would be missed.</summary>
    public Task WhenChangedAsync(Guid postId) =>
        _waiting
            .GetOrAdd(postId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))
            .Task;

    /// <summary>Wakes everybody who waits for the post; whoever still wants to wait comes again.</summary>
    public void Release(Guid postId)
    {
        if (_waiting.TryRemove(postId, out var waiting))
        {
            waiting.TrySetResult();
        }
    }

    public void Committed(LoggedEvent logged)
    {
        if (PostStreamEvents.IsOfPost(logged.Type) && Guid.TryParse(logged.Subject, out var postId))
        {
            Release(postId);
        }
    }
}
