namespace Clipyard.Server.Publishing.Pausing;

/// <summary>Whether posts go out.</summary>
/// <param name="Paused">Whether they do not.</param>
/// <param name="Reason">Why not; null when they do.</param>
/// <param name="Since">Since when; null when they do.</param>
/// <param name="HoldsMessages">Whether webhooks and callbacks wait, too.</param>
/// <param name="Open">How many posts have not come to rest.</param>
/// <param name="Posts">Those, oldest first; the first 1,000.</param>
internal sealed record PublishingAnswer(
    bool Paused,
    string? Reason,
    DateTimeOffset? Since,
    bool HoldsMessages,
    int Open,
    IReadOnlyList<OpenPostAnswer> Posts
);
