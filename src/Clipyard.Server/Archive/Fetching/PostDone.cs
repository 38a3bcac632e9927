using Clipyard.Failures;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>What doing a post took.</summary>
/// <param name="AskedTikTok">Whether a request went out, so that a pause is due.</param>
/// <param name="Bytes">How many were kept.</param>
/// <param name="Failure">Why it could not be had; null when it could.</param>
internal sealed record PostDone(bool AskedTikTok, long Bytes, ClipyardException? Failure)
{
    /// <summary>Found to be kept, without asking anybody.</summary>
    public static PostDone Untouched { get; } = new(AskedTikTok: false, Bytes: 0, Failure: null);
}
