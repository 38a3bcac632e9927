using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Clipyard.Videos;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>Fetches a creator's posts for a student: the first step lists them, the others fetch them.</summary>
internal sealed class StudentDownloadHandler(
    ClipyardDb db,
    ClipyardClient client,
    ListedPosts listed,
    PostRun run,
    PostsEnd end,
    IOptions<ArchiveOptions> options,
    TimeProvider time
) : IJobHandler
{
    public async Task<StepOutcome> StepAsync(JobStep step, CancellationToken cancellationToken)
    {
        var (job, request) = (step.Job, JobDocuments.Read<StudentDownloadRequest>(step.Job.Request));
        if (job.TotalItems is null)
        {
            await ListAsync(job, request, cancellationToken);
        }

        if (!await run.RunAsync(step, request, cancellationToken))
        {
            return StepOutcome.Continue(options.Value.Pause);
        }

        var now = time.GetUtcNow();
        await db
            .Students.Where(s => s.StudentId == job.StudentId)
            .ExecuteUpdateAsync(row => row.SetProperty(s => s.LastDownloadAt, now), CancellationToken.None);
        return await end.ConcludeAsync(job, CancellationToken.None);
    }

    private async Task ListAsync(Job job, StudentDownloadRequest request, CancellationToken cancellationToken)
    {
        var username =
            await db
                .Students.Where(s => s.StudentId == job.StudentId)
                .Select(s => s.Username)
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw new ClipyardException(FailureCatalogue.StudentNotLinked);

        var posts = client.Creators.GetPostsAsync("@" + username, cancellationToken);
        var chosen = request.RandomSelection
            ? await PostChoice.RandomAsync(posts, request.MaxVideos, cancellationToken)
            : await PostChoice.NewestAsync(posts, request.MaxVideos, cancellationToken);

        // One transaction: the list is written down once, so a random choice stays what it was.
        db.JobItems.AddRange(chosen.Select((post, position) => ItemFor(job, post, position)));
        job.TotalItems = chosen.Count;
        await db.SaveChangesAsync(cancellationToken);
        foreach (var post in chosen)
        {
            listed.Keep(post);
        }
    }

    private static JobItem ItemFor(Job job, VideoInfo post, int position) =>
        new()
        {
            JobId = job.Id,
            OwnerId = job.OwnerId,
            Position = position,
            Url = post.Url,
            VideoId = post.Id.Value,
        };
}
