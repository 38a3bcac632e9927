using Clipyard.Failures;
using Clipyard.TikTokApi;

namespace Clipyard.Server.Publishing.Posts;

/// <summary>Why a post or an attempt came to nothing.</summary>
/// <param name="Code">Of the catalogue.</param>
/// <param name="Detail">What is special about this case.</param>
/// <param name="TikTokCode">TikTok's own code or reason; null when there was none.</param>
/// <param name="LogId">The id by which TikTok's support finds the call; null when there was none.</param>
internal sealed record PostFailure(string Code, string Detail, string? TikTokCode = null, string? LogId = null)
{
    /// <summary>One of ours.</summary>
    public static PostFailure Of(Failure failure, string? detail = null) =>
        new(failure.Code, detail ?? failure.Message);

    /// <summary>One that a call ended with.</summary>
    public static PostFailure Of(ClipyardException error) =>
        new(
            error.Code,
            error.Detail ?? error.Failure.Message,
            (error as TikTokApiException)?.TikTokCode,
            (error as TikTokApiException)?.LogId
        );
}
