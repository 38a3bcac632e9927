using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Preparing;

/// <summary>Fetches and checks a post's files, then lets its next lane look.</summary>
internal sealed class PrepareStep(PostPreparation preparation, IPostWaker waker) : IPostStep
{
    public async Task StepAsync(Post post, CancellationToken cancellationToken)
    {
        await preparation.RunAsync(post, cancellationToken);
        await waker.WakeAsync(post, CancellationToken.None);
    }
}
