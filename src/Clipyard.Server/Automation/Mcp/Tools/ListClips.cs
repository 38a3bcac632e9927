using Clipyard.Server.Api;
using Clipyard.Server.Archive.Clips;
using Clipyard.Server.Archive.Students;
using Clipyard.Server.Automation.Mcp.Calls;

namespace Clipyard.Server.Automation.Mcp.Tools;

/// <summary>What is kept of a student's posts, as <c>GET /tiktok/student/{id}/videos</c> lists it.</summary>
internal sealed class ListClips(StudentListing listing) : ITool<ListClipsArguments, VideosAnswer>
{
    public static ToolAbout About { get; } =
        new(
            "list_clips",
            "List kept clips",
            Scopes.Read,
            "Lists what is kept of a student's posts, newest first: caption, duration, SHA-256, and local_path, where the "
                + "file can be fetched. A clip's video_id is the clip_id of make_post."
        )
        {
            IsReadOnly = true,
            IsIdempotent = true,
        };

    public Task<VideosAnswer> RunAsync(
        ListClipsArguments arguments,
        ToolCall call,
        CancellationToken cancellationToken
    ) =>
        listing.VideosAsync(
            arguments.StudentId,
            CallArguments.Limit(arguments.Limit),
            arguments.Cursor,
            cancellationToken
        );
}
