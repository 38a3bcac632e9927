using Clipyard.Server.Jobs;

namespace Clipyard.Server.Publishing.Posts;

/// <inheritdoc cref="IPostWaker"/>
internal sealed class PostWaker(ILaneWaker lanes, RunningSteps running) : IPostWaker
{
    public Task WakeAsync(Post post, CancellationToken cancellationToken) =>
        post.Lane is { } lane ? lanes.WakeAsync(lane, post.DueAt, cancellationToken) : Task.CompletedTask;

    public Task InterruptAsync(Guid postId) => running.CancelAsync(postId);
}
