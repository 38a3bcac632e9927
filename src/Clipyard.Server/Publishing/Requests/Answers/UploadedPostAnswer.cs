using System.Diagnostics.CodeAnalysis;

namespace Clipyard.Server.Publishing.Requests.Answers;

/// <summary>A post whose file came with the request.</summary>
internal sealed record UploadedPostAnswer : PostAnswer
{
    [SetsRequiredMembers]
    public UploadedPostAnswer(PostAnswer post, string message)
        : base(post)
    {
        Message = message;
    }

    /// <summary>How it stands, in a sentence.</summary>
    public string Message { get; }
}
