using Clipyard.Failures;

namespace Clipyard.Server.Jobs;

/// <summary>One post of a job and what came of it.</summary>
/// <param name="Url">The post's address as it was given or found.</param>
/// <param name="VideoId">The post's id; null before it is known.</param>
/// <param name="State">What came of it.</param>
/// <param name="Code">The failure's code; null unless failed.</param>
/// <param name="Message">The failure in a sentence; null unless failed.</param>
/// <param name="Remedy">What to do about it; null unless failed.</param>
internal sealed record JobItemResponse(
    string Url,
    string? VideoId,
    JobItemState State,
    string? Code,
    string? Message,
    string? Remedy
)
{
    public static JobItemResponse Of(JobItem item)
    {
        // A code of another version of the program has no remedy here.
        var failure = item.Code is { } code ? FailureCatalogue.Find(code) : null;
        return new JobItemResponse(item.Url, item.VideoId, item.State, item.Code, item.Message, failure?.Remedy);
    }
}
