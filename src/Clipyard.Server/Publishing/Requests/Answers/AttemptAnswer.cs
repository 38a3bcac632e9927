using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Requests.Answers;

/// <summary>One try to send a post.</summary>
/// <param name="Number">From 1.</param>
/// <param name="State">open, committed, abandoned or ended.</param>
/// <param name="Transfer">upload or pull.</param>
/// <param name="PublishId">TikTok's id; null when TikTok gave none.</param>
/// <param name="End">How it ended; null while it goes on.</param>
/// <param name="TiktokCode">TikTok's own word for it; null when there was none.</param>
/// <param name="LogId">The id by which TikTok's support finds the call; null when there was none.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="EndedAt">When it ended; null while it goes on.</param>
internal sealed record AttemptAnswer(
    int Number,
    AttemptState State,
    PostTransfer Transfer,
    string? PublishId,
    string? End,
    string? TiktokCode,
    string? LogId,
    DateTimeOffset CreatedAt,
    DateTimeOffset? EndedAt
)
{
    public static AttemptAnswer Of(PostAttempt attempt) =>
        new(
            attempt.Number,
            attempt.State,
            attempt.Transfer,
            attempt.PublishId,
            attempt.End,
            attempt.TikTokCode,
            attempt.TikTokLogId,
            attempt.CreatedAt,
            attempt.EndedAt
        );
}
