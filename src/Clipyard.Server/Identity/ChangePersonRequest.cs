namespace Clipyard.Server.Identity;

/// <summary>What to change of a person.</summary>
/// <param name="Role"><c>member</c> or <c>administrator</c>.</param>
internal sealed record ChangePersonRequest(string? Role = null);
