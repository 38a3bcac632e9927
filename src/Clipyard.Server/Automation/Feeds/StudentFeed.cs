using Clipyard.Server.Data;

namespace Clipyard.Server.Automation.Feeds;

/// <summary>A student's kept posts as a feed. Its address is a capability: whoever knows it reads, nobody else does.</summary>
internal sealed class StudentFeed : IOwned
{
    public Guid Id { get; set; }

    public Guid OwnerId { get; set; }

    public required string StudentId { get; set; }

    /// <summary>When that student was linked: another one of the same id later is another student.</summary>
    public DateTimeOffset StudentLinkedAt { get; set; }

    /// <summary>SHA-256 of the token, lower-case hex: how it is found.</summary>
    public required string TokenHash { get; set; }

    /// <summary>The token, sealed: how the address is shown again.</summary>
    public required string SealedToken { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the present token was made.</summary>
    public DateTimeOffset RotatedAt { get; set; }
}
