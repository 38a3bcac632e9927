namespace Clipyard.Server.Archive.Posts;

/// <summary>One photo of a photo post.</summary>
internal sealed record ImageAnswer(int? Width, int? Height, string? Url);
