using Clipyard.Failures;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Preparing.Staging;
using Clipyard.TikTokApi.Accounts;

namespace Clipyard.Server.Publishing.Preparing.Checks;

/// <summary>Looks whether TikTok will take a staged file.</summary>
internal sealed class FileChecks(VideoCheck videos)
{
    /// <returns>What is allowed but could be better, a sentence each.</returns>
    /// <exception cref="ClipyardException"><c>unsupported_media</c>, <c>video_too_long</c>, <c>video_too_large</c>.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(
        Post post,
        StagedFile file,
        string name,
        CreatorInfo? creator,
        CancellationToken cancellationToken
    )
    {
        if (post.Kind == PostKind.Photos)
        {
            await PictureCheck.RunAsync(file, name, cancellationToken);
            return [];
        }

        var report = await videos.RunAsync(file, creator, cancellationToken);
        return report.IsAccepted ? report.Hints : throw VideoCheck.Refusal(report, name, "");
    }
}
