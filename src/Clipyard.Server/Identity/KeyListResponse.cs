namespace Clipyard.Server.Identity;

/// <summary>The owner's keys, newest first.</summary>
internal sealed record KeyListResponse(IReadOnlyList<KeyResponse> Keys, int Count, int Total, string? NextCursor);
