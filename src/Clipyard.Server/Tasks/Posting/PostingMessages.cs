using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Accepting;
using Clipyard.Server.Publishing.Requests.Answers;

namespace Clipyard.Server.Tasks.Posting;

/// <summary>How a task's post stands, in sentences.</summary>
internal static class PostingMessages
{
    public static string Of(PostAnswer post, PostTaskBody body, CallerRights caller)
    {
        string?[] sentences = [Standing(post), Person(post, caller), Ignored(post, body)];
        return string.Join(' ', sentences.OfType<string>());
    }

    private static string Standing(PostAnswer post) =>
        post.State switch
        {
            PostState.InInbox => "Sent to your TikTok inbox: open TikTok to review and post it.",
            PostState.Published => "Posted on TikTok.",
            PostState.Scheduled => $"Scheduled: goes out at {post.ScheduleTime?.ToUniversalTime():u}.",
            PostState.Cancelled or PostState.Rejected => "Stopped meanwhile.",
            PostState.Failed => $"It came to nothing: {post.Fail?.Message}",
            PostState.AwaitingApproval => "Ready to be sent.",
            _ when post.PublishId is not null => "TikTok is processing it; this may take some minutes.",
            _ => "Received; sending to TikTok.",
        };

    private static string? Person(PostAnswer post, CallerRights caller)
    {
        if (!post.NeedsApproval || post.ApprovedAt is not null || PostStates.IsDelivered(post.State))
        {
            return null;
        }

        var why = caller.MayPublish ? "" : ": this key lacks the scope publish";
        return $"A person has to approve it first{why} (POST /api/posts/{post.PostId}/approve).";
    }

    private static string? Ignored(PostAnswer post, PostTaskBody body)
    {
        if (post.Mode != PostMode.Inbox)
        {
            return null;
        }

        var said = body.IgnoredInDrafts();
        var what = said.Count > 0 ? string.Join(", ", said) : "caption and settings";
        return $"TikTok ignores {what} in a draft: copy the caption and choose the settings in the app.";
    }
}
