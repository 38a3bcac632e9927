using System.Net;

namespace Clipyard.TikTokApi;

/// <summary>A call to TikTok's official API that did not succeed: refused, unanswered, or answered unreadably.</summary>
public class TikTokApiException : ClipyardException
{
    /// <summary>Names a failure.</summary>
    /// <param name="failure">Which one, from <see cref="FailureCatalogue"/>.</param>
    /// <param name="detail">What is special about this case.</param>
    /// <param name="innerException">The transport's own exception, if there was one.</param>
    public TikTokApiException(Failure failure, string? detail = null, Exception? innerException = null)
        : base(failure, detail, innerException) { }

    /// <summary>TikTok's own code, such as <c>spam_risk_too_many_posts</c>; null when it gave none.</summary>
    public string? TikTokCode { get; init; }

    /// <summary>TikTok's own words. For people only: their wording changes.</summary>
    public string? TikTokMessage { get; init; }

    /// <summary>The id by which TikTok's support finds the call; null when it gave none.</summary>
    public string? LogId { get; init; }

    /// <summary>The HTTP status of the answer; null when there was none.</summary>
    public HttpStatusCode? HttpStatus { get; init; }

    /// <summary>
    /// Whether TikTok may have done what was asked all the same: the answer was lost, late, unreadable or an internal
    /// error. False when it certainly has not.
    /// </summary>
    public bool MayHaveTakenEffect { get; init; }
}
