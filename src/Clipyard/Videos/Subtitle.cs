namespace Clipyard.Videos;

/// <summary>One subtitle track.</summary>
/// <param name="Language">TikTok's language name, such as <c>eng-US</c>.</param>
/// <param name="Source"><c>ASR</c> speech recognition, <c>MT</c> machine translation, <c>LC</c> the creator; null where unknown.</param>
/// <param name="Format"><c>webvtt</c>, <c>srt</c> or <c>creator_caption</c> (JSON); null where unknown.</param>
/// <param name="Url">Where the file is; needs no cookie.</param>
/// <param name="ExpiresAt">When the address lapses; null where unknown.</param>
public sealed record Subtitle(string Language, string? Source, string? Format, string Url, DateTimeOffset? ExpiresAt);
