using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Events;
using Clipyard.Server.Jobs;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>Writes down what came of a job's posts: the item, the job's counters, the event, together.</summary>
internal sealed class ItemLedger(ClipyardDb db, IEventLog events)
{
    /// <summary>Adds it to the context; the caller saves.</summary>
    public void Note(Job job, JobItem item, JobItemState state)
    {
        item.State = state;
        job.DoneItems++;
        job.FailedItems += state == JobItemState.Failed ? 1 : 0;
        events.Add(
            db,
            "job.item",
            job.Id.ToString(),
            new ItemEventData(
                job.Id,
                job.Kind,
                job.StudentId,
                job.TotalItems,
                job.DoneItems,
                job.FailedItems,
                new ItemEventItem(item.Position, item.Url, item.VideoId, item.State, item.Code, item.Message)
            )
        );
    }

    /// <summary>As <see cref="Note"/>, and saves it.</summary>
    public Task SettleAsync(Job job, JobItem item, JobItemState state, CancellationToken cancellationToken)
    {
        Note(job, item, state);
        return db.SaveChangesAsync(cancellationToken);
    }

    public Task FailAsync(Job job, JobItem item, ClipyardException error, CancellationToken cancellationToken)
    {
        item.Code = error.Code;
        item.Message = error.Message;
        return SettleAsync(job, item, JobItemState.Failed, cancellationToken);
    }
}
