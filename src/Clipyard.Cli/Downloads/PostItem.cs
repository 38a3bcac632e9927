using Clipyard.Failures;
using Clipyard.Links;
using Clipyard.Videos;

namespace Clipyard.Cli.Downloads;

/// <summary>One thing to do: a post by its link or with its data, or what went wrong before there was one.</summary>
/// <param name="Given">What the user wrote, or the post's address when it came from a list.</param>
internal sealed record PostItem(string Given)
{
    public TikTokLink? Link { get; init; }

    public VideoInfo? Video { get; init; }

    public ClipyardException? Error { get; init; }

    /// <summary>Its number in its creator's list, from 1.</summary>
    public long? PlaylistIndex { get; init; }

    /// <summary>The post's id where it is known without asking.</summary>
    public VideoId? Id =>
        Video?.Id
        ?? Link switch
        {
            TikTokLink.Video video => video.Id,
            TikTokLink.Photo photo => photo.Id,
            _ => null,
        };
}
