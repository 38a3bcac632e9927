using Clipyard.Server.Jobs;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>The post that an event is about.</summary>
internal sealed record ItemEventItem(
    int Position,
    string Url,
    string? VideoId,
    JobItemState State,
    string? Code,
    string? Message
);
