using Clipyard.Server.Archive;

namespace Clipyard.Server.Automation.Feeds;

/// <summary>A feed that an address opened.</summary>
/// <param name="Student">Whose posts it has.</param>
/// <param name="RotatedAt">When its address was made.</param>
internal sealed record OpenFeed(LinkedStudent Student, DateTimeOffset RotatedAt);
