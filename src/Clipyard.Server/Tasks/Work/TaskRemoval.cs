using Clipyard.Failures;
using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing;
using Clipyard.Server.Tasks.Instances;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Tasks.Work;

/// <summary>Deletes tasks and instances; never one that is being posted. Posts stay.</summary>
internal sealed class TaskRemoval(ClipyardDb db, IPosts posts, TaskStream stream, IAuditLog audit)
{
    /// <summary>Deletes a task, its plan and its log.</summary>
    /// <param name="taskId">The owner's task.</param>
    /// <param name="cancelPost">Whether its post is cancelled first.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ClipyardException"><c>not_found</c>, <c>post_in_progress</c>, <c>not_cancellable</c>.</exception>
    public Task RemoveTaskAsync(Guid taskId, bool cancelPost, CancellationToken cancellationToken) =>
        Turns.RunAsync(
            db,
            $"Task {taskId}",
            async () =>
            {
                await TaskRows.FindAsync(db.AgentTasks.AsNoTracking(), taskId, cancellationToken);
                await EndPostsAsync([taskId], cancelPost, cancellationToken);
                db.ChangeTracker.Clear();
                var task = await TaskRows.FindAsync(db.AgentTasks, taskId, cancellationToken);
                await ThrowIfPostedAsync([taskId], cancellationToken);
                db.AgentTasks.Remove(task);
                audit.Add(db, TaskWords.TaskDeleted, taskId.ToString(), new { task.Title, task.InstanceId });
                stream.Deleted(db, taskId, task.InstanceId);
                return await db.SaveChangesAsync(cancellationToken);
            }
        );

    /// <summary>Deletes an instance with all its tasks.</summary>
    /// <inheritdoc cref="RemoveTaskAsync"/>
    public Task RemoveInstanceAsync(Guid instanceId, bool cancelPosts, CancellationToken cancellationToken) =>
        Turns.RunAsync(
            db,
            $"Instance {instanceId}",
            async () =>
            {
                await InstanceRows.FindAsync(db.Instances.AsNoTracking(), instanceId, cancellationToken);
                await EndPostsAsync(await TasksAsync(instanceId, cancellationToken), cancelPosts, cancellationToken);
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                var instance = await InstanceRows.FindAsync(db.Instances, instanceId, cancellationToken);
                var tasks = await TasksAsync(instanceId, cancellationToken);
                // One statement, however many there are: whoever saves anything waits as long as this takes. A post that
                // was asked for before is found now, one that is asked for later finds no task.
                await db.AgentTasks.Where(task => task.InstanceId == instanceId).ExecuteDeleteAsync(cancellationToken);
                await ThrowIfPostedAsync(tasks, cancellationToken);
                db.Instances.Remove(instance);
                audit.Add(
                    db,
                    TaskWords.InstanceDeleted,
                    instanceId.ToString(),
                    new { instance.Name, tasks = tasks.Count }
                );
                stream.InstanceDeleted(db, instanceId);
                var saved = await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return saved;
            }
        );

    private Task<List<Guid>> TasksAsync(Guid instanceId, CancellationToken cancellationToken) =>
        db
            .AgentTasks.Where(task => task.InstanceId == instanceId)
            .Select(task => task.Id)
            .ToListAsync(cancellationToken);

    private async Task EndPostsAsync(
        IReadOnlyCollection<Guid> taskIds,
        bool cancel,
        CancellationToken cancellationToken
    )
    {
        if (!cancel)
        {
            return;
        }

        foreach (var postId in (await posts.UnderWayAsync(taskIds, cancellationToken)).Values)
        {
            await posts.CancelAsync(postId, cancellationToken);
        }
    }

    private async Task ThrowIfPostedAsync(IReadOnlyCollection<Guid> taskIds, CancellationToken cancellationToken)
    {
        var open = (await posts.UnderWayAsync(taskIds, cancellationToken)).Values.ToList();
        if (open.Count == 0)
        {
            return;
        }

        throw new ClipyardException(
            FailureCatalogue.PostInProgress,
            open.Count == 1
                ? $"Post {open[0]} is under way."
                : $"{open.Count} posts are under way, {open[0]} among them."
        )
        {
            Remedies =
            [
                $"Cancel it first (POST /api/posts/{open[0]}/cancel), or add ?cancel_post=true to cancel what still can be.",
                "Or wait until it has ended: the post stays when the task goes.",
            ],
        };
    }
}
