namespace Clipyard.Server.Automation.Feeds;

/// <summary>A feed that an address opened.</summary>
/// <param name="OwnerId">Whose it is.</param>
/// <param name="StudentId">Whose posts it has.</param>
/// <param name="Username">The creator, without @.</param>
/// <param name="RotatedAt">When its address was made.</param>
internal sealed record OpenFeed(Guid OwnerId, string StudentId, string Username, DateTimeOffset RotatedAt);
