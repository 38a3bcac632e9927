namespace Clipyard.Server.Archive;

/// <summary>A kept post as other features see it.</summary>
/// <param name="VideoId">TikTok's id of it.</param>
/// <param name="VideoUrl">Its canonical address.</param>
/// <param name="Username">The creator, without @.</param>
/// <param name="Caption">Empty for none.</param>
/// <param name="DurationMs">Null for pictures without sound.</param>
/// <param name="PostedAt">When the creator posted it.</param>
/// <param name="Files">In order: the video or the pictures, the sound, the cover.</param>
internal sealed record KeptClip(
    string VideoId,
    string VideoUrl,
    string Username,
    string Caption,
    long? DurationMs,
    DateTimeOffset PostedAt,
    IReadOnlyList<KeptFile> Files
);
