using System.ComponentModel;

namespace Clipyard.Server.Automation.Feeds;

/// <summary>A student's feed.</summary>
internal sealed record FeedAnswer
{
    public required string StudentId { get; init; }

    [Description(
        "What a podcast program is given. Whoever knows it can read the feed: treat it as a password. Null when the keys "
            + "that it was sealed with are lost; a new one is made with rotate."
    )]
    public required string? Url { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    [Description("When the present address was made.")]
    public required DateTimeOffset RotatedAt { get; init; }
}
