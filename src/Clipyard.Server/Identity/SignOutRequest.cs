namespace Clipyard.Server.Identity;

/// <summary>Which sessions end.</summary>
/// <param name="Everywhere">All of the person's sessions, in every browser; else this browser's alone.</param>
internal sealed record SignOutRequest(bool Everywhere = false);
