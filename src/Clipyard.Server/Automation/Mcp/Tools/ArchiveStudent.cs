using System.Globalization;
using Clipyard.Server.Api;
using Clipyard.Server.Archive;
using Clipyard.Server.Archive.Students;
using Clipyard.Server.Automation.Mcp.Calls;
using Clipyard.Server.Jobs;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Automation.Mcp.Tools;

/// <summary>Fetches a student's posts and keeps them, as <c>POST /tiktok/student/{id}/download</c> does.</summary>
internal sealed class ArchiveStudent(
    StudentDownloads downloads,
    JobListing jobs,
    CallIdempotency idempotency,
    IOptions<ArchiveOptions> options
) : ITool<ArchiveStudentArguments, JobResponse>
{
    public static ToolAbout About { get; } =
        new(
            "archive_student",
            "Archive a student's posts",
            Scopes.Archive,
            "Fetches the newest posts of a student's TikTok creator and keeps them. Answers the job at once; get_job says "
                + "how far it is. A student who is being fetched already: the job that runs."
        )
        {
            IsOpenWorld = true,
        };

    public async Task<JobResponse> RunAsync(
        ArchiveStudentArguments arguments,
        ToolCall call,
        CancellationToken cancellationToken
    )
    {
        var query = new DownloadQuery { MaxVideos = arguments.MaxVideos?.ToString(CultureInfo.InvariantCulture) };
        var key = await idempotency.BeginAsync(call, arguments.IdempotencyKey, cancellationToken);
        var job = await downloads.StartAsync(
            arguments.StudentId,
            query.Read(options.Value.Quality),
            key,
            cancellationToken
        );
        return await jobs.GetAsync(job, cancellationToken);
    }
}
