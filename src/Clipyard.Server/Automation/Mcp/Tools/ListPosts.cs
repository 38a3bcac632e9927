using Clipyard.Server.Api;
using Clipyard.Server.Automation.Mcp.Calls;
using Clipyard.Server.Publishing;
using Clipyard.Server.Publishing.Requests.Listing;

namespace Clipyard.Server.Automation.Mcp.Tools;

/// <summary>The posts, as <c>GET /api/posts</c> lists them.</summary>
internal sealed class ListPosts(IPosts posts) : ITool<ListPostsArguments, PostListAnswer>
{
    public static ToolAbout About { get; } =
        new(
            "list_posts",
            "List posts",
            Scopes.Read,
            "Lists posts, newest first, each as get_post shows it; those that wait for a person are awaiting_approval."
        )
        {
            IsReadOnly = true,
            IsIdempotent = true,
        };

    public Task<PostListAnswer> RunAsync(
        ListPostsArguments arguments,
        ToolCall call,
        CancellationToken cancellationToken
    ) =>
        posts.ListAsync(
            new PostQuery(
                new PostFilter
                {
                    State = arguments.State,
                    AccountId = arguments.AccountId,
                    From = arguments.From,
                    To = arguments.To,
                },
                CallArguments.Limit(arguments.Limit),
                arguments.Cursor
            ),
            cancellationToken
        );
}
