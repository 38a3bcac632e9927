using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing;
using Clipyard.Server.Tasks.Instances;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Tasks.Work;

/// <summary>Makes and shows tasks.</summary>
internal sealed class TaskRows(ClipyardDb db, IPosts posts, TaskStream stream, CreationStamps stamps)
{
    private const int UnlessAsked = 50;

    /// <summary>Makes one, unless an earlier, same request did.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>: the instance; <c>invalid_parameter</c>.</exception>
    public async Task<TaskAnswer> AddAsync(
        Guid instanceId,
        TaskBody body,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        if (Guid.TryParse(idempotency.EarlierResourceId, out var earlier))
        {
            return await GetAsync(earlier, cancellationToken);
        }

        return await Turns.RunAsync(
            db,
            $"Instance {instanceId}",
            async () =>
            {
                await InstanceRows.FindAsync(db.Instances.AsNoTracking(), instanceId, cancellationToken);
                var task = Make(instanceId, body);
                db.AgentTasks.Add(task);
                stream.Created(db, task);
                idempotency.Remember(db, task.Id.ToString());
                await db.SaveChangesAsync(cancellationToken);
                return new TaskAnswer(task, post: null);
            }
        );
    }

    /// <summary>One of them.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>.</exception>
    public async Task<TaskAnswer> GetAsync(Guid taskId, CancellationToken cancellationToken)
    {
        var task = await FindAsync(db.AgentTasks.AsNoTracking(), taskId, cancellationToken);
        return new TaskAnswer(task, (await posts.OfTasksAsync([taskId], cancellationToken)).GetValueOrDefault(taskId));
    }

    /// <summary>A page of an instance's, newest first.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>: the instance; <c>invalid_parameter</c>, naming it.</exception>
    public async Task<TaskListAnswer> ListAsync(
        Guid instanceId,
        string? state,
        string? limit,
        string? cursor,
        CancellationToken cancellationToken
    )
    {
        var (wanted, last) = (PageLimit.Read(limit, UnlessAsked), Cursor.Read<RowPosition<Guid>>(cursor));
        var all = db.AgentTasks.AsNoTracking().Where(task => task.InstanceId == instanceId);
        if (!string.IsNullOrEmpty(state))
        {
            var states = state.Split(',').Select(word => WordReader.Choice<TaskState>("state", word)).ToList();
            all = all.Where(task => states.Contains(task.State));
        }

        await InstanceRows.FindAsync(db.Instances.AsNoTracking(), instanceId, cancellationToken);
        var page = await Shown(all.NewestFirst(last))
            .PageAsync(wanted, task => new RowPosition<Guid>(task.CreatedAt, task.TaskId), cancellationToken);
        var posted = await posts.OfTasksAsync([.. page.Rows.Select(task => task.TaskId)], cancellationToken);
        return new TaskListAnswer(
            [
                .. page.Rows.Select(task =>
                    posted.GetValueOrDefault(task.TaskId) is { } post
                        ? task with
                        {
                            TiktokPostStatus = post.Status,
                            TiktokPostState = post.State,
                        }
                        : task
                ),
            ],
            page.Rows.Count,
            await all.CountAsync(cancellationToken),
            page.NextCursor
        );
    }

    /// <summary>One of them, out of a query.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>.</exception>
    public static async Task<AgentTask> FindAsync(
        IQueryable<AgentTask> tasks,
        Guid taskId,
        CancellationToken cancellationToken
    ) => await tasks.SingleOrDefaultAsync(task => task.Id == taskId, cancellationToken) ?? throw Missing(taskId);

    /// <summary>What is answered to an id that the owner has no task of.</summary>
    public static ClipyardException Missing(Guid taskId) =>
        new(FailureCatalogue.NotFound, $"There is no task {taskId}.")
        {
            Remedies = ["GET /api/v1/instances/{id}/tasks lists an instance's tasks."],
        };

    private AgentTask Make(Guid instanceId, TaskBody body)
    {
        var state = WordReader.Choice("state", body.State, TaskState.Submitted);
        var (id, now) = stamps.Next();
        return new AgentTask
        {
            Id = id,
            OwnerId = db.Scope.Owner.Id,
            InstanceId = instanceId,
            Title = TextRules.Needed("title", body.Title),
            Description = TextRules.Checked("description", body.Description),
            State = state,
            OutputData = JsonText.Output(body.OutputData),
            Error = TextRules.Checked("error", body.Error),
            Revision = 1,
            CreatedAt = now,
            UpdatedAt = now,
            CompletedAt = state == TaskState.Completed ? now : null,
        };
    }

    // Without the output: a page of a thousand might have a quarter of a gigabyte of it.
    private static IQueryable<TaskSummary> Shown(IQueryable<AgentTask> tasks) =>
        tasks.Select(task => new TaskSummary
        {
            TaskId = task.Id,
            InstanceId = task.InstanceId,
            Title = task.Title,
            Description = task.Description,
            State = task.State,
            Error = task.Error,
            Revision = task.Revision,
            CreatedAt = task.CreatedAt,
            UpdatedAt = task.UpdatedAt,
            CompletedAt = task.CompletedAt,
        });
}
