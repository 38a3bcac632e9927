using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Tasks.Work;

/// <summary>Changes tasks.</summary>
internal sealed class TaskChanges(ClipyardDb db, IPosts posts, TaskLines lines, TaskStream stream, TimeProvider time)
{
    /// <summary>Changes one.</summary>
    /// <exception cref="ClipyardException">
    /// <c>not_found</c>; <c>invalid_parameter</c>; <c>conflict</c>: another revision, or a way that the states do not have.
    /// </exception>
    public Task<TaskAnswer> ChangeAsync(Guid taskId, TaskPatchBody body, CancellationToken cancellationToken) =>
        Turns.RunAsync(
            db,
            $"Task {taskId}",
            async () =>
            {
                var post = await posts.OfTaskAsync(taskId, cancellationToken);
                var task = await TaskRows.FindAsync(db.AgentTasks, taskId, cancellationToken);
                SeenRevision.ThrowIfOther("task", taskId, task.Revision, body.Revision);
                Apply(task, body);
                var note = body.ChangesOutput && post is not null ? NoteOf(post) : null;
                if (note is not null)
                {
                    lines.Add(task, TaskWords.OutputChanged, LogStatus.Warning, note);
                }

                stream.Updated(db, task, "task");
                await db.SaveChangesAsync(cancellationToken);
                return new TaskAnswer(task, post?.Post) { Note = note };
            }
        );

    private void Apply(AgentTask task, TaskPatchBody body)
    {
        var now = time.GetUtcNow();
        task.Title = body.Title is null ? task.Title : TextRules.Needed("title", body.Title);
        if (body.ChangesDescription)
        {
            task.Description = TextRules.Checked("description", body.Description);
        }

        if (body.ChangesOutput)
        {
            task.OutputData = JsonText.Output(body.OutputData);
        }

        if (body.ChangesError)
        {
            task.Error = TextRules.Checked("error", body.Error);
        }

        MoveTo(task, WordReader.Choice("state", body.State, task.State), now);
        task.Revision++;
        task.UpdatedAt = now;
    }

    private static void MoveTo(AgentTask task, TaskState state, DateTimeOffset now)
    {
        TaskStates.ThrowIfNoWay(task.State, state);
        if (state == TaskState.Completed)
        {
            task.CompletedAt ??= now;
        }

        task.State = state;
    }

    // A post is made of what the output said when it was asked for.
    private static string? NoteOf(TaskPost post) =>
        post.SourceUrl is { } source && !PostStates.IsDelivered(post.Post.State)
            ? $"Post {post.Post.PostId} is under way and stays as it is: it was made from {VideoAddress.Shown(source)}."
            : null;
}
