using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing;
using Clipyard.Server.Publishing.Requests.Accepting;
using Clipyard.Server.Tasks.Instances;
using Clipyard.Server.Tasks.Work;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Tasks.Posting;

/// <summary>Posts what came of tasks, through the one way there is.</summary>
internal sealed class TaskPosting(
    ClipyardDb db,
    IPosts posts,
    PostingChecks checks,
    AllowedHosts hosts,
    TaskLines lines,
    TaskStream stream,
    IAuditLog audit,
    TimeProvider time
)
{
    private const string Direct = "direct";

    /// <summary>The task's post: a new one, or the one that an earlier, same request made.</summary>
    /// <exception cref="ClipyardException">Why it cannot be posted; nothing was made then.</exception>
    public async Task<Guid> AcceptAsync(
        Guid taskId,
        PostTaskBody body,
        CallerRights caller,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    ) =>
        Guid.TryParse(idempotency.EarlierResourceId, out var earlier)
            ? earlier
            : await Turns.RunAsync(
                db,
                $"Task {taskId}",
                () => TryAsync(taskId, body, caller, idempotency, cancellationToken)
            );

    private async Task<Guid> TryAsync(
        Guid taskId,
        PostTaskBody body,
        CallerRights caller,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        var task = await TaskRows.FindAsync(db.AgentTasks, taskId, cancellationToken);
        var instance = await InstanceRows.FindAsync(db.Instances.AsNoTracking(), task.InstanceId, cancellationToken);
        if (await posts.FindRefusalAsync(taskId, cancellationToken) is { } taken)
        {
            throw taken;
        }

        var output = TaskOutput.Of(task.OutputData, instance.VideoPath, instance.CaptionPath);
        var video = PostingChecks.VideoOf(task, instance, output);
        var account = await checks.AccountAsync(instance, body.AccountId, cancellationToken);
        var wish = new PostWish
        {
            Source = new SourceBody { Url = video },
            SourceHosts = hosts.Patterns,
            Mode = string.IsNullOrEmpty(body.Mode) ? Direct : body.Mode,
            Transfer = body.Transfer,
            AccountId = account.ToString(),
            Texts = new PostTexts(body.Title, output.Caption, Description: null) { ContentName = "title" },
            Settings = body,
            ScheduleTime = body.ScheduleTime,
            ScheduleZone = body.ScheduleZone,
            Repair = body.Repair,
            TaskId = taskId,
            AsksCreator = true,
            Along = postId => Note(task, postId, video),
        };
        return await posts.AcceptAsync(wish, caller, idempotency, cancellationToken);
    }

    // With the post or not at all. The new revision keeps the task from being deleted at the same moment.
    private void Note(AgentTask task, Guid postId, string video)
    {
        task.Revision++;
        task.UpdatedAt = time.GetUtcNow();
        lines.Add(
            task,
            TaskWords.PostRequested,
            LogStatus.Info,
            $"Post {postId} was asked for, made from {VideoAddress.Shown(video)}."
        );
        audit.Add(db, TaskWords.TaskPosted, task.Id.ToString(), new { post_id = postId });
        stream.Updated(db, task, "post");
    }
}
