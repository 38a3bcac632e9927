using Clipyard.Server.Api;
using Clipyard.Server.Archive.Posts;
using Clipyard.Server.Automation.Mcp.Calls;
using Clipyard.Server.Jobs;

namespace Clipyard.Server.Automation.Mcp.Tools;

/// <summary>Fetches posts and keeps them, as <c>POST /api/v1/downloads</c> does.</summary>
internal sealed class ArchiveVideos(LinkDownloads downloads, JobListing jobs, CallIdempotency idempotency)
    : ITool<ArchiveVideosArguments, JobResponse>
{
    public static ToolAbout About { get; } =
        new(
            "archive_videos",
            "Archive videos",
            Scopes.Archive,
            "Fetches public TikTok posts by their addresses and keeps them in the archive. Answers the job at once; "
                + "get_job says how far it is. What is kept already is not fetched again."
        )
        {
            IsIdempotent = true,
            IsOpenWorld = true,
        };

    public async Task<JobResponse> RunAsync(
        ArchiveVideosArguments arguments,
        ToolCall call,
        CancellationToken cancellationToken
    )
    {
        var body = new DownloadsBody
        {
            Urls = arguments.Urls,
            StudentId = arguments.StudentId,
            Quality = arguments.Quality,
            AudioOnly = arguments.AudioOnly ?? false,
        };
        var key = await idempotency.BeginAsync(call, arguments.IdempotencyKey, cancellationToken);
        return await jobs.GetAsync(await downloads.StartAsync(body, key, cancellationToken), cancellationToken);
    }
}
