namespace Clipyard.Videos;

/// <summary>The sound that a post links. Not always the video's own mix: for that take the audio out of the video.</summary>
/// <param name="Id">Numeric id as text; null where the source leaves it out.</param>
/// <param name="Title">Its title; null where the source leaves it out.</param>
/// <param name="AuthorName">Who made it; null where the source leaves it out.</param>
/// <param name="Duration">How long it plays, whole seconds; null where unknown.</param>
/// <param name="Url">Where its file is, mp3 or m4a; null when muted. Lapses after 6 to 24 h.</param>
public sealed record Music(string? Id, string? Title, string? AuthorName, TimeSpan? Duration, string? Url);
