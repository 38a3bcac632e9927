namespace Clipyard.Server.Archive.Importing;

/// <summary>An archive of another system that is to be taken over.</summary>
public sealed record ImportRequest
{
    /// <summary>The rows of <c>tiktok_users</c> as CSV: <c>student_id</c>, <c>username</c>.</summary>
    public required string UsersFile { get; init; }

    /// <summary>
    /// The rows of <c>tiktok_videos</c> as CSV: <c>student_id</c>, <c>video_id</c>, and as far as known <c>video_url</c>,
    /// <c>object</c> (or <c>local_path</c>), <c>caption</c>, <c>posted_at</c> (or <c>created_at</c>), <c>sha256</c>.
    /// </summary>
    public required string VideosFile { get; init; }

    /// <summary>
    /// The folder below which the files are: where <c>object</c> says, else <c>tiktok/USERNAME/VIDEO_ID.mp4</c>. The part
    /// of an address from <c>tiktok/</c> on counts.
    /// </summary>
    public required string Folder { get; init; }

    /// <summary>Whether everything is only checked.</summary>
    public bool DryRun { get; init; }
}
