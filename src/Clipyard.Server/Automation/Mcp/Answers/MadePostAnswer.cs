using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Answers;

namespace Clipyard.Server.Automation.Mcp.Answers;

/// <summary>A post that was asked for, and what happens to it now.</summary>
internal sealed record MadePostAnswer : PostAnswer
{
    /// <param name="post">The post.</param>
    /// <param name="mayPublish">Whether the caller's direct posts need no person.</param>
    [SetsRequiredMembers]
    public MadePostAnswer(PostAnswer post, bool mayPublish)
        : base(post)
    {
        Message = Say(post, mayPublish);
    }

    [Description("What happens to it now, in a sentence; people want to hear it.")]
    public string Message { get; }

    private static string Say(PostAnswer post, bool mayPublish) =>
        post switch
        {
            { NeedsApproval: true, ApprovedAt: null, Mode: PostMode.Direct } when !mayPublish =>
                "Accepted, but this key lacks the scope publish: a person must approve the post in Clipyard before it "
                    + "goes out. No tool can do that.",
            { NeedsApproval: true, ApprovedAt: null } =>
                "Accepted: a person must approve the post in Clipyard before it goes out. No tool can do that.",
            { ScheduleTime: { } at } => $"Accepted: goes out at {at:yyyy-MM-dd HH:mm:ss zzz}.",
            { Mode: PostMode.Direct } => "Accepted: is being prepared and posted. get_post says how it stands.",
            _ => "Accepted: is being prepared and sent to the creator's TikTok inbox, where the creator posts it. "
                + "get_post says how it stands.",
        };
}
