using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>Says how a job over posts ended.</summary>
internal sealed class PostsEnd(ClipyardDb db)
{
    /// <exception cref="ClipyardException">Nothing of what was asked for is kept; with the commonest reason.</exception>
    public async Task<StepOutcome> ConcludeAsync(Job job, CancellationToken cancellationToken)
    {
        var items = await db.JobItems.AsNoTracking().Where(i => i.JobId == job.Id).ToListAsync(cancellationToken);
        var result = new JobResult(
            items.Count(i => i.State == JobItemState.Stored),
            items.Count(i => i.State == JobItemState.AlreadyStored),
            items.Count(i => i.State == JobItemState.Failed)
        );
        return result is { Failed: > 0, Stored: 0, AlreadyStored: 0 }
            ? throw Commonest(items)
            : StepOutcome.Done(JobDocuments.Write(result));
    }

    /// <summary>The reason that most posts share; of equals the first.</summary>
    public static ClipyardException Commonest(IReadOnlyList<JobItem> items)
    {
        var failed = items.Where(i => i.State == JobItemState.Failed).ToList();
        var commonest = failed.GroupBy(i => i.Code, StringComparer.Ordinal).MaxBy(group => group.Count());
        var failure = FailureCatalogue.Find(commonest?.Key ?? "") ?? FailureCatalogue.InternalError;
        var ids = string.Join(", ", failed.Take(5).Select(i => i.VideoId ?? i.Url));
        return new ClipyardException(
            failure,
            failed.Count == 1
                ? $"Post {ids} could not be kept: {failed[0].Message}"
                : $"None of the {failed.Count} posts could be kept ({ids}{(failed.Count > 5 ? ", ..." : "")})."
        );
    }
}
