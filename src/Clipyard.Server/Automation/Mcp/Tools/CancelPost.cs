using Clipyard.Server.Api;
using Clipyard.Server.Automation.Mcp.Calls;
using Clipyard.Server.Publishing;
using Clipyard.Server.Publishing.Requests.Answers;

namespace Clipyard.Server.Automation.Mcp.Tools;

/// <summary>Stops a post, as <c>POST /api/posts/{id}/cancel</c> does.</summary>
internal sealed class CancelPost(IPosts posts) : ITool<CancelPostArguments, PostAnswer>
{
    public static ToolAbout About { get; } =
        new(
            "cancel_post",
            "Cancel a post",
            Scopes.Draft,
            "Cancels a post that TikTok has not got whole yet; later it fails as not_cancellable. Asking again is harmless."
        )
        {
            IsDestructive = true,
            IsIdempotent = true,
            IsOpenWorld = true,
        };

    public async Task<PostAnswer> RunAsync(
        CancelPostArguments arguments,
        ToolCall call,
        CancellationToken cancellationToken
    ) =>
        // What was asked for was done, also when it was to end the post.
        await posts.CancelAsync(CallArguments.Id("post_id", arguments.PostId), cancellationToken) with
        {
            Success = true,
        };
}
