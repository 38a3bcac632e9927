using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Requests.Uploading;

/// <summary>How an upload stands, in a sentence.</summary>
internal static class UploadMessages
{
    public static string Of(Post post) =>
        post.State switch
        {
            PostState.InInbox => "Sent to your TikTok inbox: open TikTok to review and post it.",
            PostState.Published => "Posted on TikTok.",
            PostState.AwaitingApproval => "Received; a person has to approve it.",
            PostState.Scheduled => $"Received; goes out at {post.ScheduledFor:u}.",
            PostState.Cancelled or PostState.Rejected => "Received, and stopped meanwhile.",
            _ => "Received; sending to TikTok.",
        };
}
