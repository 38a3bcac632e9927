using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing;
using Clipyard.Server.Tasks.Instances;
using Clipyard.Server.Tasks.Work;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Tasks.Posting;

/// <summary>Shows tasks with their plans, logs and posts.</summary>
internal sealed class TaskDetails(ClipyardDb db, IPosts posts, TaskPlans plans, PostingChecks checks)
{
    private const int MostLines = 1_000;

    /// <summary>All of a task.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>.</exception>
    public async Task<TaskDetailAnswer> GetAsync(Guid taskId, CancellationToken cancellationToken)
    {
        var task = await TaskRows.FindAsync(db.AgentTasks.AsNoTracking(), taskId, cancellationToken);
        var instance = await InstanceRows.FindAsync(db.Instances.AsNoTracking(), task.InstanceId, cancellationToken);
        var output = TaskOutput.Of(task.OutputData, instance.VideoPath, instance.CaptionPath);
        var refusal = await checks.FindRefusalAsync(task, instance, output, cancellationToken);
        return new TaskDetailAnswer(
            task,
            output,
            await posts.OfTaskAsync(taskId, cancellationToken),
            await plans.OfAsync(taskId, cancellationToken),
            await LinesAsync(taskId, cancellationToken),
            refusal
        );
    }

    /// <summary>How a task's latest post stands.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>: the task, or a post of it.</exception>
    public async Task<PostStatusAnswer> PostStatusAsync(Guid taskId, CancellationToken cancellationToken)
    {
        await TaskRows.FindAsync(db.AgentTasks.AsNoTracking(), taskId, cancellationToken);
        return await posts.OfTaskAsync(taskId, cancellationToken) is { } post
            ? PostStatusAnswer.Of(taskId, post)
            : throw new ClipyardException(FailureCatalogue.NotFound, $"Task {taskId} has no post yet.")
            {
                Remedies = [$"POST /api/v1/tasks/{taskId}/post-to-tiktok makes one."],
            };
    }

    private async Task<IReadOnlyList<TaskLogAnswer>> LinesAsync(Guid taskId, CancellationToken cancellationToken)
    {
        var newest = await db
            .TaskLogs.AsNoTracking()
            .Where(line => line.TaskId == taskId)
            .OrderByDescending(line => line.Id)
            .Take(MostLines)
            .ToListAsync(cancellationToken);
        newest.Reverse();
        return [.. newest.Select(TaskLogAnswer.Of)];
    }
}
