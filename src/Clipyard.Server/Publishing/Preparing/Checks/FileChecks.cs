using Clipyard.Failures;
using Clipyard.Media.Limits;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Preparing.Staging;
using Clipyard.TikTokApi.Accounts;

namespace Clipyard.Server.Publishing.Preparing.Checks;

/// <summary>Looks whether TikTok will take a staged file, and has it mended where that was asked for.</summary>
internal sealed class FileChecks(VideoCheck videos, VideoMending mending, FileStager stager)
{
    /// <summary>Checks one file. A repaired one takes its place.</summary>
    /// <param name="post">Whose file it is; learns what a repair changed.</param>
    /// <param name="staged">Where the file is.</param>
    /// <param name="file">The file.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="creator">What TikTok says of the creator; null when it did not.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What is allowed but could be better, a sentence each.</returns>
    /// <exception cref="ClipyardException"><c>unsupported_media</c>, <c>video_too_long</c>, <c>video_too_large</c>.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(
        Post post,
        StagedFiles staged,
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
        if (report.IsAccepted)
        {
            return report.Hints;
        }

        return post.Repair && report.CanBeRepaired && mending.IsAvailable
            ? await MendAsync(post, staged, file, name, creator, cancellationToken)
            : throw VideoCheck.Refusal(report, name, AboutRepair(post, report));
    }

    private async Task<IReadOnlyList<string>> MendAsync(
        Post post,
        StagedFiles staged,
        StagedFile file,
        string name,
        CreatorInfo? creator,
        CancellationToken cancellationToken
    )
    {
        using var mended = await mending.RunAsync(file, creator, cancellationToken);
        var source = mended.AsSource(name);
        var repaired = await stager.StageAsync(post, staged.Run, file.Row.Position, source, cancellationToken);
        await staged.ReplaceAsync(file, repaired);
        var report = await videos.RunAsync(repaired, creator, cancellationToken);
        post.RepairNotes = mended.Changes;
        return report.IsAccepted
            ? report.Hints
            : throw VideoCheck.Refusal(report, source.Name, "The repair did not mend that.");
    }

    private string AboutRepair(Post post, LimitReport report) =>
        (report.CanBeRepaired, mending.IsAvailable) switch
        {
            (false, _) => "A repair does not mend that.",
            (true, true) => "Send it again with repair: true, and it is mended.",
            (true, false) when post.Repair =>
                "The repair that was asked for needs ffmpeg, which is not installed here (Publishing:FfmpegPath).",
            (true, false) => "A repair would mend that, but ffmpeg is not installed here (Publishing:FfmpegPath).",
        };
}
