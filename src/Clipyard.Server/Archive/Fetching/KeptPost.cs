namespace Clipyard.Server.Archive.Fetching;

/// <summary>What is kept of a post at this moment.</summary>
/// <param name="ClipId">The clip's row.</param>
/// <param name="StudentId">Whose it is; null for nobody's.</param>
/// <param name="Generation">How often it was fetched anew.</param>
internal sealed record KeptPost(long ClipId, string? StudentId, int Generation)
{
    /// <summary>Whether it is kept for somebody else than the one who wants it now.</summary>
    public bool IsAnothers(string? studentId) =>
        studentId is not null && StudentId is not null && StudentId != studentId;
}
