using Clipyard.Failures;

namespace Clipyard.Server.Publishing.Requests.Answers;

/// <summary>Answers a request that waited for its post, and the post came to nothing.</summary>
internal static class FailedPost
{
    /// <summary>What the post came to nothing of, as the request's own failure.</summary>
    public static ClipyardException Of(Guid postId, PostFailAnswer? fail)
    {
        var failure = FailureCatalogue.Find(fail?.Code ?? "") ?? FailureCatalogue.InternalError;
        return new ClipyardException(failure, fail?.Message)
        {
            Remedies =
            [
                failure.Remedy,
                $"GET /api/posts/{postId} shows more; POST /api/posts/{postId}/retry tries again.",
            ],
        };
    }
}
