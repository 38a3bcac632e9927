using Clipyard.Server.Api;
using Clipyard.Server.Automation.Mcp.Calls;
using Clipyard.Server.Publishing;
using Clipyard.Server.Publishing.Requests.Answers;

namespace Clipyard.Server.Automation.Mcp.Tools;

/// <summary>How a post stands, as <c>GET /api/posts/{id}</c> says it.</summary>
internal sealed class GetPost(IPosts posts) : ITool<GetPostArguments, PostAnswer>
{
    public static ToolAbout About { get; } =
        new(
            "get_post",
            "Show a post",
            Scopes.Read,
            "Says how a post stands: its state (in_inbox and published are successes), what it waits for, why it failed, "
                + "and its address once TikTok tells it."
        )
        {
            IsReadOnly = true,
            IsIdempotent = true,
        };

    public Task<PostAnswer> RunAsync(GetPostArguments arguments, ToolCall call, CancellationToken cancellationToken) =>
        posts.SettleAsync(
            CallArguments.Id("post_id", arguments.PostId),
            CallArguments.Wait(arguments.WaitSeconds),
            cancellationToken
        );
}
