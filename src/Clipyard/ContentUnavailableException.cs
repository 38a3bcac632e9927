using Clipyard.Failures;

namespace Clipyard;

/// <summary>
/// TikTok answered, and the answer is that there is nothing for us: removed, private, withheld here, for adults or
/// for people who are signed in only.
/// </summary>
public sealed class ContentUnavailableException : ClipyardException
{
    /// <summary>Names what is unavailable.</summary>
    /// <param name="failure">Which failure, from <see cref="FailureCatalogue"/>.</param>
    /// <param name="detail">What is special about this case.</param>
    public ContentUnavailableException(Failure failure, string? detail = null)
        : base(failure, detail) { }

    /// <summary>TikTok's own status number, such as 10204; null when the answer had none.</summary>
    public int? StatusCode { get; init; }

    /// <summary>TikTok's own words, such as <c>status_deleted</c>; null when there were none.</summary>
    public string? StatusMessage { get; init; }
}
