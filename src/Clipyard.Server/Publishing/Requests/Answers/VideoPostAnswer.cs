using System.Diagnostics.CodeAnalysis;

namespace Clipyard.Server.Publishing.Requests.Answers;

/// <summary>A post that was asked for by a video's address.</summary>
internal sealed record VideoPostAnswer : PostAnswer
{
    [SetsRequiredMembers]
    public VideoPostAnswer(PostAnswer post)
        : base(post)
    {
        Results = new PlatformResults(new PlatformResult(post.Success, post.PostId));
    }

    /// <summary>By platform.</summary>
    public PlatformResults Results { get; }
}
