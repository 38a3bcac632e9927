using System.ComponentModel;
using Clipyard.Server.Publishing;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Answers;

namespace Clipyard.Server.Tasks.Posting;

/// <summary>How a task's latest post stands.</summary>
internal sealed record PostStatusAnswer
{
    public required Guid TaskId { get; init; }

    [Description("TikTok's id of the last attempt; null before TikTok gave one.")]
    public string? PublishId { get; init; }

    [Description("PROCESSING, SEND_TO_USER_INBOX, PUBLISHED or FAILED.")]
    public required string Status { get; init; }

    public required PostState State { get; init; }

    [Description("TikTok's own word for why it failed, else our code; null when it did not.")]
    public string? FailReason { get; init; }

    [Description("Why it came to nothing, in sentences; null when it did not.")]
    public PostFailAnswer? Fail { get; init; }

    [Description("The public post; null until TikTok tells its id, which it never does for SELF_ONLY.")]
    public string? PostUrl { get; init; }

    [Description("TikTok's id of the public post; null until TikTok tells it.")]
    public string? PostId { get; init; }

    [Description("How much TikTok has of an upload; null when nothing is on its way now.")]
    public long? UploadedBytes { get; init; }

    [Description("How much TikTok says it has fetched of a pull; null when it is not known.")]
    public long? DownloadedBytes { get; init; }

    [Description("Why it goes out later than it could; null when it does not.")]
    public PostWaitAnswer? Wait { get; init; }

    [Description("Our own page of the post.")]
    public required string StatusUrl { get; init; }

    public static PostStatusAnswer Of(Guid taskId, TaskPost task)
    {
        var post = task.Post;
        return new PostStatusAnswer
        {
            TaskId = taskId,
            PublishId = post.PublishId,
            Status = post.Status,
            State = post.State,
            FailReason = post.Fail?.TiktokCode ?? post.Fail?.Code,
            Fail = post.Fail,
            PostUrl = post.PostUrl,
            PostId = post.PostIds.Count > 0 ? post.PostIds[0] : null,
            UploadedBytes = post.UploadedBytes,
            DownloadedBytes = task.DownloadedBytes,
            Wait = post.Wait,
            StatusUrl = post.StatusUrl,
        };
    }
}
