namespace Clipyard.Cli.Documents;

/// <summary>Why a page holds no post: TikTok's number and words, and our name for it.</summary>
internal sealed record StatusDocument(int? Code, string? Failure, string? Message);
