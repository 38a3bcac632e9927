using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Tasks.Work;

/// <summary>The logs of tasks.</summary>
internal sealed class TaskLines(ClipyardDb db, TaskStream stream, TimeProvider time)
{
    /// <summary>Most lines that agents may write for one task.</summary>
    public const int Most = 10_000;

    private const int UnlessAsked = 100;

    /// <summary>Adds a line of the server's own to the context, to be saved with what it tells of.</summary>
    public TaskLog Add(AgentTask task, string action, LogStatus status, string message)
    {
        var line = new TaskLog
        {
            TaskId = task.Id,
            OwnerId = task.OwnerId,
            At = time.GetUtcNow(),
            AgentName = TaskWords.Server,
            Action = action,
            Status = status,
            Message = message,
        };
        db.TaskLogs.Add(line);
        return line;
    }

    /// <summary>Writes an agent's line, unless an earlier, same request did.</summary>
    /// <exception cref="ClipyardException">
    /// <c>not_found</c>; <c>invalid_parameter</c>; <c>conflict</c>: the task has as many lines as it may have.
    /// </exception>
    public async Task<TaskLogAnswer> WriteAsync(
        Guid taskId,
        LogBody body,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        if (long.TryParse(idempotency.EarlierResourceId, out var earlier))
        {
            return TaskLogAnswer.Of(await FindAsync(taskId, earlier, cancellationToken));
        }

        return await Turns.RunAsync(
            db,
            $"Task {taskId}",
            async () =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                var task = await TaskRows.FindAsync(db.AgentTasks.AsNoTracking(), taskId, cancellationToken);
                var line = Make(task, body);
                await ThrowIfFullAsync(taskId, cancellationToken);
                db.TaskLogs.Add(line);
                stream.Updated(db, task, "log");
                await db.SaveChangesAsync(cancellationToken);
                idempotency.Remember(db, line.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return TaskLogAnswer.Of(line);
            }
        );
    }

    /// <summary>A page of a task's lines, oldest first.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>, <c>invalid_parameter</c>.</exception>
    public async Task<TaskLogListAnswer> ListAsync(
        Guid taskId,
        string? limit,
        string? cursor,
        CancellationToken cancellationToken
    )
    {
        var (wanted, after) = (PageLimit.Read(limit, UnlessAsked), Cursor.Read<IdPosition<long>>(cursor)?.Id ?? 0);
        if (!await db.AgentTasks.AnyAsync(task => task.Id == taskId, cancellationToken))
        {
            throw TaskRows.Missing(taskId);
        }

        var all = db.TaskLogs.AsNoTracking().Where(line => line.TaskId == taskId);
        var page = await all.Where(line => line.Id > after)
            .OrderBy(line => line.Id)
            .PageAsync(wanted, line => new IdPosition<long>(line.Id), cancellationToken);
        return new TaskLogListAnswer(
            taskId,
            [.. page.Rows.Select(TaskLogAnswer.Of)],
            page.Rows.Count,
            await all.CountAsync(cancellationToken),
            page.NextCursor
        );
    }

    private TaskLog Make(AgentTask task, LogBody body) =>
        new()
        {
            TaskId = task.Id,
            OwnerId = task.OwnerId,
            At = time.GetUtcNow(),
            AgentName = TextRules.Needed("agent_name", body.AgentName),
            Action = TextRules.Needed("action", body.Action),
            Status = WordReader.Choice("status", body.Status, LogStatus.Info),
            Message = TextRules.Checked("message", body.Message),
            Details = JsonText.Details(body.Details),
        };

    private async Task ThrowIfFullAsync(Guid taskId, CancellationToken cancellationToken)
    {
        if (await db.TaskLogs.CountAsync(line => line.TaskId == taskId, cancellationToken) >= Most)
        {
            throw new ClipyardException(FailureCatalogue.Conflict, $"The task has {Most:N0} lines, and takes no more.")
            {
                Remedies = ["Write fewer lines, or go on in a new task."],
            };
        }
    }

    private async Task<TaskLog> FindAsync(Guid taskId, long id, CancellationToken cancellationToken) =>
        await db
            .TaskLogs.AsNoTracking()
            .SingleOrDefaultAsync(line => line.Id == id && line.TaskId == taskId, cancellationToken)
        ?? throw TaskRows.Missing(taskId);
}
