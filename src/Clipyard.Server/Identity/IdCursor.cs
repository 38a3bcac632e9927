namespace Clipyard.Server.Identity;

/// <summary>Where a page of keys or people ended. Their ids grow with time, so one is enough.</summary>
internal sealed record IdCursor(Guid Id);
