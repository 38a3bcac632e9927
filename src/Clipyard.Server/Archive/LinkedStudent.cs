namespace Clipyard.Server.Archive;

/// <summary>A student as other features see one.</summary>
/// <param name="OwnerId">Whose it is.</param>
/// <param name="StudentId">The caller's own id for it.</param>
/// <param name="Username">The creator, without @.</param>
/// <param name="LinkedAt">When it was linked: another one of the same id later is another student.</param>
internal sealed record LinkedStudent(Guid OwnerId, string StudentId, string Username, DateTimeOffset LinkedAt);
