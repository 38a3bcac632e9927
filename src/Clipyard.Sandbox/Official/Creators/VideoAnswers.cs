using System.Text.Json.Nodes;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Official.OAuth;
using Clipyard.Sandbox.Official.Wire;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Official.Creators;

/// <summary><c>/v2/video/list/</c> and <c>/v2/video/query/</c>: a creator's public posts.</summary>
internal sealed class VideoAnswers(OfficialState state, MediaAddresses addresses, ApiAnswers answers, Door door)
{
    private const int MostVideos = 20;
    private const int UsualVideos = 10;
    private const int LongestText = 150;
    private static readonly TimeSpan CoverLife = TimeSpan.FromHours(6);

    private static readonly string[] Known =
    [
        "id",
        "create_time",
        "cover_image_url",
        "share_url",
        "video_description",
        "title",
        "duration",
        "height",
        "width",
        "embed_html",
        "embed_link",
        "like_count",
        "comment_count",
        "share_count",
        "view_count",
    ];

    public SandboxResponse List(ApiCall call)
    {
        var caller = door.Enter(call, Scopes.List);
        var fields = Fields.Read(call, Known);
        var body = call.Json(required: false);
        var most = body.Whole("max_count") ?? UsualVideos;
        var cursor = body.Whole("cursor") ?? 0;
        call.NoteUnknown(body, "the body");
        if (most is < 1 or > MostVideos || cursor < 0)
        {
            throw ApiRefusalException.InvalidParams("The request is malformed", "'max_count' must be from 1 to 20.");
        }

        var older = Public(caller.Creator)
            .Where(post => cursor == 0 || post.CreatedAt.ToUnixTimeMilliseconds() < cursor)
            .ToList();
        var page = older.Take((int)most).ToList();
        return Answer(
            caller,
            fields,
            page,
            page.Count > 0 ? page[^1].CreatedAt.ToUnixTimeMilliseconds() : 0,
            older.Count > page.Count
        );
    }

    public SandboxResponse Query(ApiCall call)
    {
        var caller = door.Enter(call, Scopes.List);
        var fields = Fields.Read(call, Known);
        var body = call.Json();
        var ids = body.Child("filters", "The request is malformed")?.Texts("video_ids");
        call.NoteUnknown(body, "the body");
        if (ids is not { Count: > 0 and <= MostVideos })
        {
            throw ApiRefusalException.InvalidParams(
                "The request is malformed",
                "'filters.video_ids' must be 1 to 20 ids, as strings."
            );
        }

        var own = Public(caller.Creator).Where(post => ids.Contains(post.Id, StringComparer.Ordinal));
        return Answer(caller, fields, [.. own], cursor: 0, hasMore: false);
    }

    /// <summary>Pinned posts stand where their time puts them.</summary>
    private IEnumerable<SandboxPost> Public(SandboxCreator creator) =>
        state
            .World.PostsOf(creator.Username)
            .Where(post => post is { AgeRestricted: false, InReview: false })
            .OrderByDescending(post => post.CreatedAt);

    private SandboxResponse Answer(
        Caller caller,
        IReadOnlyList<string> fields,
        List<SandboxPost> posts,
        long cursor,
        bool hasMore
    ) =>
        answers.Ok(
            new JsonObject
            {
                ["videos"] = new JsonArray([.. posts.Select(post => (JsonNode)Video(caller, post, fields))]),
                ["cursor"] = cursor,
                ["has_more"] = hasMore,
            }
        );

    private JsonObject Video(Caller caller, SandboxPost post, IReadOnlyList<string> fields)
    {
        var video = new JsonObject();
        foreach (var field in fields)
        {
            video[field] = Value(field, caller, post);
        }

        return video;
    }

    private JsonNode? Value(string field, Caller caller, SandboxPost post)
    {
        var files = state.World.FilesOf(post);
        var main = files.Renditions.Concat(files.Images).FirstOrDefault();
        var path = post.IsPhoto ? "photo" : "video";
        return field switch
        {
            "id" => post.Id,
            "create_time" => post.CreatedAt.ToUnixTimeSeconds(),
            "cover_image_url" => (files.Cover ?? main) is { Kind: MediaKind.Image } cover
                ? addresses.Image(cover, "p16", "tplv-tiktokx-origin.image", state.Clock.Now, CoverLife)
                : "",
            "share_url" =>
                $"https://www.tiktok.com/@{post.Creator}/{path}/{post.Id}?utm_campaign=tt4d_open_api&utm_source={caller.App.ClientKey}",
            "video_description" or "title" => post.Caption.Length > LongestText
                ? post.Caption[..LongestText]
                : post.Caption,
            "duration" => (main?.DurationMs ?? 0) / 1000,
            "height" => main?.Height ?? 0,
            "width" => main?.Width ?? 0,
            "embed_link" => $"https://www.tiktok.com/player/v1/{post.Id}",
            "embed_html" =>
                $"<blockquote class=\"tiktok-embed\" cite=\"https://www.tiktok.com/@{post.Creator}/video/{post.Id}\" data-video-id=\"{post.Id}\"></blockquote>",
            "like_count" => post.Counts.Likes,
            "comment_count" => post.Counts.Comments,
            "share_count" => post.Counts.Shares,
            _ => post.Counts.Plays,
        };
    }
}
