using Clipyard.Server.Jobs;

namespace Clipyard.Server.Archive;

/// <summary>Work goes on in the background.</summary>
/// <param name="Success">Always true: it was accepted.</param>
/// <param name="JobId">The job.</param>
/// <param name="Kind">What it does.</param>
/// <param name="State">How far it is.</param>
/// <param name="StatusUrl">Where to ask how far it is; the <c>Location</c> header says the same.</param>
/// <param name="StudentId">For which student; null for none.</param>
internal sealed record JobAcceptedAnswer(
    bool Success,
    string JobId,
    string Kind,
    JobState State,
    string StatusUrl,
    string? StudentId
);
