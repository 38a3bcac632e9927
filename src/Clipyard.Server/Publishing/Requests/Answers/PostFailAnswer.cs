using Clipyard.Failures;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Requests.Answers;

/// <summary>Why a post came to nothing.</summary>
/// <param name="Code">Of the catalogue.</param>
/// <param name="Message">What happened.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="TiktokCode">TikTok's own word for it; null when there was none.</param>
/// <param name="LogId">The id by which TikTok's support finds the call; null when there was none.</param>
internal sealed record PostFailAnswer(string Code, string Message, string Remedy, string? TiktokCode, string? LogId)
{
    /// <summary>Null for a post that has not failed.</summary>
    public static PostFailAnswer? Of(Post post)
    {
        if (post.FailureCode is not { } code)
        {
            return null;
        }

        var failure = FailureCatalogue.Find(code) ?? FailureCatalogue.InternalError;
        return new PostFailAnswer(
            code,
            post.FailureDetail ?? failure.Message,
            failure.Remedy,
            post.TikTokCode,
            post.TikTokLogId
        );
    }
}
