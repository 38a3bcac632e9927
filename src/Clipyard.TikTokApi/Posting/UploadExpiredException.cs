namespace Clipyard.TikTokApi.Posting;

/// <summary>
/// TikTok no longer takes chunks at this address: its hour is over (403), or there is no such upload any more (404),
/// which is also what a completed one may look like.
/// </summary>
public sealed class UploadExpiredException : TikTokApiException
{
    /// <summary>Names the failure.</summary>
    /// <param name="detail">What is special about this case.</param>
    public UploadExpiredException(string? detail = null)
        : base(FailureCatalogue.TikTokRejected, detail)
    {
        Remedies = ["Begin again with a new init, unless the final chunk was sent before: then ask for the status."];
    }
}
