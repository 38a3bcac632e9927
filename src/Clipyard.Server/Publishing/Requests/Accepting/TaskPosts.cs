using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <summary>Sees to it that a task has one post. The index <see cref="PostConfiguration.OneOfTask"/> decides; this says so.</summary>
internal sealed class TaskPosts(ClipyardDb db)
{
    /// <summary>Whether saving failed for that index, or may have.</summary>
    public static bool MayBeTaken(DbUpdateException lost) =>
        lost.Entries.Any(entry => entry.Entity is Post { TaskId: not null });

    /// <summary>Refuses a post of a task that has another one which has not come to nothing.</summary>
    /// <exception cref="ClipyardException"><c>post_in_progress</c>, <c>duplicate_post</c>.</exception>
    public async Task ThrowIfTakenAsync(Post post, CancellationToken cancellationToken)
    {
        if (post.TaskId is not { } taskId)
        {
            return;
        }

        var other = await db
            .Posts.AsNoTracking()
            .Where(other => other.TaskId == taskId && other.Id != post.Id)
            .Where(other =>
                other.State != PostState.Failed
                && other.State != PostState.Rejected
                && other.State != PostState.Cancelled
            )
            .FirstOrDefaultAsync(cancellationToken);
        if (other is not null)
        {
            throw new ClipyardException(
                PostStates.IsDelivered(other.State) ? FailureCatalogue.DuplicatePost : FailureCatalogue.PostInProgress,
                $"The task's post {other.Id} is {WordReader.NameOf(other.State)}."
            );
        }
    }
}
