namespace Clipyard.Server.Publishing.Watching;

/// <summary>Says that a webhook was taken. TikTok looks at the status alone.</summary>
internal sealed record NoticeAnswer(bool Success);
