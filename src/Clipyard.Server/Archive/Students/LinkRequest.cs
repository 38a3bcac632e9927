namespace Clipyard.Server.Archive.Students;

/// <summary>Which TikTok username to link.</summary>
/// <param name="Username"><c>cool_student</c>, <c>@cool_student</c>, or the profile's address.</param>
internal sealed record LinkRequest(string? Username);
