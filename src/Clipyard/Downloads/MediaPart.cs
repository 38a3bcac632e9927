using Clipyard.Videos;

namespace Clipyard.Downloads;

/// <summary>One file of a post, named before its bytes arrive.</summary>
/// <param name="Video">The post it belongs to.</param>
/// <param name="Kind">What it is to the post.</param>
/// <param name="Index">Its number from 1 among the files of this kind.</param>
/// <param name="Extension">Without dot: <c>mp4</c>, <c>jpg</c>, <c>webp</c>, <c>m4a</c>, <c>mp3</c>, <c>vtt</c>, <c>srt</c>, <c>json</c>.</param>
public sealed record MediaPart(VideoInfo Video, MediaPartKind Kind, int Index, string Extension)
{
    /// <summary>The language of a subtitle track, such as <c>eng-US</c>; null for everything else.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// The name it has unless the caller chooses one: <c>ID.mp4</c>, <c>ID-01.jpg</c>, <c>ID.m4a</c>,
    /// <c>ID.cover.jpg</c>, <c>ID.eng-US.vtt</c> (a second track of one language: <c>ID.eng-US.2.vtt</c>).
    /// </summary>
    public string DefaultFileName =>
        Kind switch
        {
            MediaPartKind.Image => $"{Video.Id}-{Index:00}.{Extension}",
            MediaPartKind.Cover => $"{Video.Id}.cover.{Extension}",
            MediaPartKind.Subtitle => $"{Video.Id}.{Suffix}.{Extension}",
            _ => $"{Video.Id}.{Extension}",
        };

    /// <summary>What distinguishes a subtitle file: its language, and a number from the second track of it on.</summary>
    public string Suffix => Index > 1 ? $"{Language}.{Index}" : Language ?? "";
}
