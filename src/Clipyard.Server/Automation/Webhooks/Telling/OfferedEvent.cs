namespace Clipyard.Server.Automation.Webhooks.Telling;

/// <summary>A type of event that webhooks can listen to.</summary>
/// <param name="Type">Its name: <c>post.in_inbox</c>.</param>
/// <param name="Description">When it is told, in a sentence.</param>
internal sealed record OfferedEvent(string Type, string Description);
