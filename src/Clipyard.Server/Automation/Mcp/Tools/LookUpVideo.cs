using Clipyard.Server.Api;
using Clipyard.Server.Archive.Posts;
using Clipyard.Server.Automation.Mcp.Calls;

namespace Clipyard.Server.Automation.Mcp.Tools;

/// <summary>What TikTok shows of a post, as <c>GET /api/v1/videos/info</c> says it.</summary>
internal sealed class LookUpVideo(ClipyardClient client) : ITool<LookUpVideoArguments, VideoInfoAnswer>
{
    public static ToolAbout About { get; } =
        new(
            "look_up_video",
            "Look up a video",
            Scopes.Read,
            "Says what TikTok shows of a public post now: author, caption, counts, duration, music, formats. Keeps nothing."
        )
        {
            IsReadOnly = true,
            IsIdempotent = true,
            IsOpenWorld = true,
        };

    public async Task<VideoInfoAnswer> RunAsync(
        LookUpVideoArguments arguments,
        ToolCall call,
        CancellationToken cancellationToken
    ) => VideoInfoAnswer.From(await client.Videos.GetAsync(PostLinks.Parse(arguments.Url), cancellationToken));
}
