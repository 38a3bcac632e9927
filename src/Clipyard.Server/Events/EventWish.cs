namespace Clipyard.Server.Events;

/// <summary>What somebody wants to be told.</summary>
/// <param name="OwnerId">Of whose things.</param>
/// <param name="Subject">Of which thing alone; null for all.</param>
/// <param name="After">The number of the last event they have; null for none before now.</param>
/// <param name="IsLast">After which event nothing more is to be told.</param>
internal sealed record EventWish(Guid OwnerId, string? Subject, long? After, Func<LoggedEvent, bool> IsLast);
