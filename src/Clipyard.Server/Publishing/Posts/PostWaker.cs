using Clipyard.Server.Jobs;

namespace Clipyard.Server.Publishing.Posts;

/// <inheritdoc cref="IPostWaker"/>
internal sealed class PostWaker(ILaneWaker lanes, RunningSteps running, TimeProvider time) : IPostWaker
{
    public Task WakeAsync(Post post, CancellationToken cancellationToken) =>
        post.Lane is { } lane ? lanes.WakeAsync(lane, post.DueAt, cancellationToken) : Task.CompletedTask;

    public Task WakeSendingAsync(Guid accountId, CancellationToken cancellationToken) =>
        lanes.WakeAsync(PostLanes.Send + accountId, time.GetUtcNow(), cancellationToken);

    public Task InterruptAsync(Guid postId) => running.CancelAsync(postId);
}
