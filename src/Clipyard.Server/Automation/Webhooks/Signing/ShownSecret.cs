namespace Clipyard.Server.Automation.Webhooks.Signing;

/// <summary>A secret, opened.</summary>
/// <param name="Text">What receivers are given; null when it cannot be read any more.</param>
/// <param name="OldUntil">Until when the one before signs beside it; null when none does.</param>
internal sealed record ShownSecret(string? Text, DateTimeOffset? OldUntil);
