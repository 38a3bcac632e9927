using Clipyard.Server.Api;
using Clipyard.Server.Archive.Clips;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Archive.Students;

/// <summary>Students: their usernames, their posts, what is kept of them.</summary>
internal static class StudentEndpoints
{
    private const string OneStudent = "/student/{student_id}";

    /// <summary>Everything, below one of the prefixes that callers use.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="prefix"><c>/tiktok</c> or <c>/api/tiktok</c>.</param>
    /// <param name="suffix">What tells the operations of one prefix from those of the other.</param>
    public static void Map(IEndpointRouteBuilder routes, string prefix, string suffix)
    {
        var group = routes.MapGroup(prefix).WithTags("Archive").ProducesArchiveProblems();
        MapReading(group, suffix);
        MapChanging(group, suffix);
    }

    private static void MapReading(RouteGroupBuilder group, string suffix)
    {
        var reading = group.MapGroup("").RequireAuthorization(Scopes.Read);
        reading
            .MapGet("/students", ListAsync)
            .WithName("ListStudents" + suffix)
            .WithSummary("List the linked students")
            .WithDescription("By student id. limit is 1 to 1,000, 100 unless given.");
        reading
            .MapGet(OneStudent + "/videos", VideosAsync)
            .WithName("ListStudentVideos" + suffix)
            .WithSummary("List what is kept of a student's posts")
            .WithDescription("Newest post first. limit is 1 to 1,000; without it up to 1,000 come at once.");
        reading
            .MapGet(OneStudent + "/username", GetUsernameAsync)
            .WithName("GetStudentUsername" + suffix)
            .WithSummary("Say which TikTok username a student is linked to")
            .WithDescription("404 student_not_linked when there is none.");
        reading
            .MapGet(OneStudent + "/info", InfoAsync)
            .WithName("GetStudentInfo" + suffix)
            .WithSummary("Show the creator's profile and what is kept")
            .WithDescription(
                "The profile is TikTok's present one, at most half an hour old. When TikTok cannot be asked, profile is "
                    + "null and profile_error says why; what is kept is told all the same."
            );
    }

    private static void MapChanging(RouteGroupBuilder group, string suffix)
    {
        var changing = group.MapGroup("").RequireAuthorization(Scopes.Archive);
        changing
            .MapPut(OneStudent + "/username", LinkAsync)
            .WithName("LinkStudent" + suffix)
            .WithSummary("Link a student to a TikTok username")
            .WithDescription(
                "The name with or without @, or the profile's address. Another name may be linked as long as nothing is "
                    + "kept for the student. A username belongs to one student: 409 username_taken."
            );
        changing
            .MapPost(OneStudent + "/download", DownloadAsync)
            .WithName("DownloadStudentVideos" + suffix)
            .WithSummary("Fetch a student's posts and keep them")
            .WithDescription(
                "Waits for the whole work; Prefer: respond-async or wait=N answers 202 with the job's address when it is "
                    + "not done by then. What is kept already is returned as such, not fetched again. A student who is "
                    + "being downloaded already: the call joins that job. A dropped connection stops nothing."
            );
        changing
            .MapDelete(OneStudent, RemoveAsync)
            .WithName("RemoveStudent" + suffix)
            .WithSummary("Erase a student: link, files, records")
            .WithDescription("A running download is cancelled first. One line in the audit log stays.");
        changing
            .MapDelete(OneStudent + "/videos/{video_id}", RemoveVideoAsync)
            .WithName("RemoveStudentVideo" + suffix)
            .WithSummary("Erase one kept post")
            .WithDescription("Its files and its row go; of its record only the hashes stay.");
    }

    private static async Task<Ok<StudentsAnswer>> ListAsync(
        StudentListing listing,
        CancellationToken cancellationToken,
        string? limit = null,
        string? cursor = null
    ) => TypedResults.Ok(await listing.StudentsAsync(limit, cursor, cancellationToken));

    private static async Task<Ok<VideosAnswer>> VideosAsync(
        [FromRoute(Name = "student_id")] string studentId,
        StudentListing listing,
        CancellationToken cancellationToken,
        string? limit = null,
        string? cursor = null
    ) => TypedResults.Ok(await listing.VideosAsync(studentId, limit, cursor, cancellationToken));

    private static async Task<Ok<UsernameAnswer>> GetUsernameAsync(
        [FromRoute(Name = "student_id")] string studentId,
        StudentDirectory directory,
        CancellationToken cancellationToken
    )
    {
        var student = await directory.GetAsync(studentId, cancellationToken);
        return TypedResults.Ok(new UsernameAnswer(student.StudentId, student.Username));
    }

    private static async Task<Ok<StudentInfoAnswer>> InfoAsync(
        [FromRoute(Name = "student_id")] string studentId,
        StudentProfiles profiles,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await profiles.GetAsync(studentId, cancellationToken));

    private static async Task<Ok<UsernameAnswer>> LinkAsync(
        [FromRoute(Name = "student_id")] string studentId,
        LinkRequest request,
        StudentDirectory directory,
        CancellationToken cancellationToken
    )
    {
        var student = await directory.LinkAsync(studentId, request.Username, cancellationToken);
        return TypedResults.Ok(new UsernameAnswer(student.StudentId, student.Username));
    }

    private static async Task<Results<Ok<DownloadAnswer>, Accepted<JobAcceptedAnswer>>> DownloadAsync(
        [FromRoute(Name = "student_id")] string studentId,
        [AsParameters] DownloadQuery query,
        StudentDownloads downloads,
        IIdempotency idempotency,
        IWaiting waiting,
        IOptions<ArchiveOptions> options,
        JobAcceptance acceptance,
        CancellationToken cancellationToken
    )
    {
        var job = await downloads.StartAsync(
            studentId,
            query.Read(options.Value.Quality),
            idempotency,
            cancellationToken
        );
        var answer = await downloads.WaitAsync(
            studentId,
            job,
            waiting.For(Timeout.InfiniteTimeSpan),
            cancellationToken
        );
        return answer is null ? await acceptance.AnswerAsync(job, cancellationToken) : TypedResults.Ok(answer);
    }

    private static async Task<Ok<RemovalAnswer>> RemoveAsync(
        [FromRoute(Name = "student_id")] string studentId,
        ArchiveRemoval removal,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await removal.RemoveStudentAsync(studentId, cancellationToken));

    private static async Task<Ok<RemovalAnswer>> RemoveVideoAsync(
        [FromRoute(Name = "student_id")] string studentId,
        [FromRoute(Name = "video_id")] string videoId,
        ArchiveRemoval removal,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await removal.RemoveClipAsync(studentId, videoId, cancellationToken));
}
