using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Clipyard.Failures;
using Clipyard.Server.Publishing;
using Clipyard.Server.Tasks.Work;

namespace Clipyard.Server.Tasks.Posting;

/// <summary>A task with all that belongs to it.</summary>
internal sealed record TaskDetailAnswer : TaskAnswer
{
    [SetsRequiredMembers]
    public TaskDetailAnswer(
        AgentTask task,
        TaskOutput output,
        TaskPost? post,
        IReadOnlyList<PlanStepAnswer> steps,
        IReadOnlyList<TaskLogAnswer> lines,
        ClipyardException? refusal
    )
        : base(task, post?.Post)
    {
        PlanningSteps = steps;
        ExecutionLogs = lines;
        CanPostToTiktok = refusal is null;
        CannotPostReason = refusal?.Code;
        CannotPostMessage = refusal?.Message;
        SuggestedCaption = output.Caption;
        VideoUrl = output.VideoUrl;
        TiktokPublishId = post?.Post.PublishId;
        TiktokPostUrl = post?.Post.PostUrl;
        ScheduledPostTime = post?.Post.ScheduleTime;
        TiktokPostData = post is null ? null : PostDataAnswer.Of(post);
    }

    [Description("In their order; empty when the task is unplanned.")]
    public IReadOnlyList<PlanStepAnswer> PlanningSteps { get; }

    [Description("Oldest first; of a longer log the newest 1,000 lines. GET .../logs has them all.")]
    public IReadOnlyList<TaskLogAnswer> ExecutionLogs { get; }

    public bool CanPostToTiktok { get; }

    [Description("The code of what stands in the way of posting; null when nothing does.")]
    public string? CannotPostReason { get; }

    [Description("The same in sentences.")]
    public string? CannotPostMessage { get; }

    [Description("The caption that the output suggests; null when it suggests none.")]
    public string? SuggestedCaption { get; }

    [Description("The video that the output names; null when it names none.")]
    public string? VideoUrl { get; }

    [Description("TikTok's id of the latest post; null before TikTok gave one.")]
    public string? TiktokPublishId { get; }

    [Description("The public post; null until TikTok tells its id.")]
    public string? TiktokPostUrl { get; }

    [Description("When the latest post goes or went out, if a time was chosen.")]
    public DateTimeOffset? ScheduledPostTime { get; }

    [Description("What was sent of the latest post, and how; null while there is none.")]
    public PostDataAnswer? TiktokPostData { get; }
}
