using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Preparing;

/// <summary>Fetches and checks a post's files.</summary>
internal sealed class PrepareStep(PostPreparation preparation) : IPostStep
{
    public Task StepAsync(Post post, CancellationToken cancellationToken) =>
        preparation.RunAsync(post, cancellationToken);
}
