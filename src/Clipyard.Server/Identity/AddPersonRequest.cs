namespace Clipyard.Server.Identity;

/// <summary>Somebody to be added.</summary>
/// <param name="Name">What they sign in as.</param>
/// <param name="Role"><c>member</c> (default) or <c>administrator</c>.</param>
internal sealed record AddPersonRequest(string? Name = null, string? Role = null);
