namespace Clipyard.Client.Students;

/// <summary>Which TikTok username a student is linked to.</summary>
public sealed record StudentLink
{
    /// <summary>The student.</summary>
    public required string StudentId { get; init; }

    /// <summary>Without @, lower case.</summary>
    public required string Username { get; init; }
}
