namespace Clipyard.Server.Archive.Students;

/// <summary>Which TikTok username a student is linked to.</summary>
/// <param name="StudentId">The student.</param>
/// <param name="Username">Without @, lower case.</param>
internal sealed record UsernameAnswer(string StudentId, string Username);
