namespace Clipyard.Server.Automation.Webhooks.Listing;

/// <summary>How many messages are sent again.</summary>
internal sealed record ReplayAnswer(int Replayed);
