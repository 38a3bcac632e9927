using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Posts;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <summary>Sees to it that a task has one post. The index <see cref="PostConfiguration.OneOfTask"/> decides; this says so.</summary>
internal sealed class TaskPosts(ClipyardDb db)
{
    /// <summary>Whether saving failed for that index, or may have.</summary>
    public static bool MayBeTaken(DbUpdateException lost) =>
        lost.Entries.Any(entry => entry.Entity is Post { TaskId: not null });

    /// <summary>Refuses a post of a task that has another one which has not, or not certainly, come to nothing.</summary>
    /// <exception cref="ClipyardException"><c>post_in_progress</c>, <c>duplicate_post</c>, <c>outcome_uncertain</c>.</exception>
    public async Task ThrowIfTakenAsync(Post post, CancellationToken cancellationToken)
    {
        if (post.TaskId is { } taskId && await FindRefusalAsync(taskId, post.Id, cancellationToken) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>Why a task gets no post; null when it may.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="exceptFor">The post that asks, which does not stand in its own way.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public async Task<ClipyardException?> FindRefusalAsync(
        Guid taskId,
        Guid? exceptFor,
        CancellationToken cancellationToken
    )
    {
        var others = await db
            .Posts.AsNoTracking()
            .Where(other => other.TaskId == taskId && other.Id != exceptFor)
            .Select(other => new
            {
                other.Id,
                other.State,
                other.PostIds,
                MayBeThere = db.PostAttempts.Any(attempt =>
                    attempt.PostId == other.Id && attempt.State == AttemptState.Committed
                ),
            })
            .ToListAsync(cancellationToken);
        return others
            .Select(other => RefusalOf(other.Id, other.State, other.PostIds.Count > 0, other.MayBeThere))
            .FirstOrDefault(refusal => refusal is not null);
    }

    private static ClipyardException? RefusalOf(Guid postId, PostState state, bool isThere, bool mayBeThere)
    {
        if (isThere || state is PostState.InInbox or PostState.Published)
        {
            return new ClipyardException(
                FailureCatalogue.DuplicatePost,
                $"The task's post {postId} is {WordReader.NameOf(state)}."
            );
        }

        if (!PostStates.IsEnd(state))
        {
            return new ClipyardException(
                FailureCatalogue.PostInProgress,
                $"The task's post {postId} is {WordReader.NameOf(state)}."
            )
            {
                Remedies = [$"Wait until it ends, or cancel it: POST /api/posts/{postId}/cancel."],
            };
        }

        return mayBeThere
            ? new ClipyardException(
                FailureCatalogue.OutcomeUncertain,
                $"TikTok never said what became of the task's post {postId}; another one might be the second."
            )
            {
                Remedies =
                [
                    "Look at the account and its inbox; when nothing of it is there: "
                        + $"POST /api/posts/{postId}/retry with {{\"not_posted\": true}}.",
                ],
            }
            : null;
    }
}
