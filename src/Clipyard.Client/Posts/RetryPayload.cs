namespace Clipyard.Client.Posts;

/// <summary>What a person knows about a post whose outcome TikTok never told.</summary>
internal sealed record RetryPayload(bool NotPosted);
