namespace Clipyard.Server.Publishing.Requests.Answers;

/// <summary>What became of a request on a platform.</summary>
internal sealed record PlatformResult(bool Success, Guid PostId);
