using Clipyard.Server.Api;
using Clipyard.Server.Automation.Mcp.Answers;
using Clipyard.Server.Automation.Mcp.Calls;
using Clipyard.Server.Publishing;
using Clipyard.Server.Publishing.Requests.Accepting;

namespace Clipyard.Server.Automation.Mcp.Tools;

/// <summary>Asks for a post, as <c>POST /api/posts</c> does.</summary>
internal sealed class MakePost(IPosts posts, CallIdempotency idempotency) : ITool<MakePostArguments, MadePostAnswer>
{
    public static ToolAbout About { get; } =
        new(
            "make_post",
            "Draft or schedule a post",
            Scopes.Draft,
            "Sends a video to a connected TikTok account, now or at schedule_time: as a draft in the creator's inbox (mode "
                + "inbox) or as a post (mode direct). Answers at once; message says what happens now, get_post how it "
                + "stands later. A post that needs approval waits for a person: no tool approves."
        )
        {
            IsOpenWorld = true,
        };

    public async Task<MadePostAnswer> RunAsync(
        MakePostArguments arguments,
        ToolCall call,
        CancellationToken cancellationToken
    )
    {
        // Whatever the key may do elsewhere: a model never speaks for a person who has looked.
        var caller = CallerRights.Of(call.Caller) with
        {
            MayApprove = false,
        };
        var key = await idempotency.BeginAsync(call, arguments.IdempotencyKey, cancellationToken);
        var id = await posts.AcceptAsync(arguments.ToBody().ToWish(), caller, key, cancellationToken);
        return new MadePostAnswer(await posts.SettleAsync(id, TimeSpan.Zero, cancellationToken), caller.MayPublish);
    }
}
