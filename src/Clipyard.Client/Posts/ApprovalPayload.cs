namespace Clipyard.Client.Posts;

/// <summary>A person's yes or no.</summary>
internal sealed record ApprovalPayload(string? Version, string? Reason);
