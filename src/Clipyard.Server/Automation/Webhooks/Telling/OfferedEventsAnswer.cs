namespace Clipyard.Server.Automation.Webhooks.Telling;

/// <summary>What webhooks can listen to.</summary>
internal sealed record OfferedEventsAnswer(IReadOnlyList<OfferedEvent> Events);
