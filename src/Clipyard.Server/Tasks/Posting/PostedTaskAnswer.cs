using System.ComponentModel;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Answers;

namespace Clipyard.Server.Tasks.Posting;

/// <summary>A task's post, as it stands when it was asked for.</summary>
internal sealed record PostedTaskAnswer
{
    [Description("False when the post has come to nothing.")]
    public required bool Success { get; init; }

    [Description("TikTok's id; null while the post is scheduled or waits.")]
    public string? PublishId { get; init; }

    [Description("PROCESSING, SEND_TO_USER_INBOX, PUBLISHED or FAILED.")]
    public required string Status { get; init; }

    [Description("The same in a sentence, and what else there is to know.")]
    public required string Message { get; init; }

    public required Guid TaskId { get; init; }

    [Description("Our id of the post.")]
    public required Guid PostId { get; init; }

    public required PostState State { get; init; }

    public required PostAccountAnswer Account { get; init; }

    [Description("The caption as it is sent; of a draft, to be copied by hand.")]
    public string? Caption { get; init; }

    [Description("As the clocks of schedule_zone show it; null: as soon as possible.")]
    public DateTimeOffset? ScheduleTime { get; init; }

    public required string StatusUrl { get; init; }

    public static PostedTaskAnswer Of(Guid taskId, PostAnswer post, string message) =>
        new()
        {
            Success = post.Success,
            PublishId = post.PublishId,
            Status = post.Status,
            Message = message,
            TaskId = taskId,
            PostId = post.PostId,
            State = post.State,
            Account = post.Account,
            Caption = post.Caption,
            ScheduleTime = post.ScheduleTime,
            StatusUrl = post.StatusUrl,
        };
}
