using System.Text.Json.Nodes;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Official.OAuth;
using Clipyard.Sandbox.Official.Posting;
using Clipyard.Sandbox.Official.Wire;

namespace Clipyard.Sandbox.Official.Creators;

/// <summary><c>creator_info/query</c>: what a creator may post now.</summary>
internal sealed class CreatorInfoAnswers(
    OfficialState state,
    PostingLimits limits,
    MediaAddresses addresses,
    ApiAnswers answers,
    Door door
)
{
    private static readonly TimeSpan AvatarLife = TimeSpan.FromHours(2);

    public SandboxResponse Query(ApiCall call)
    {
        var caller = door.Enter(call, Scopes.Publish);
        call.NoteUnknown(call.Json(required: false), "the body");
        var creator = caller.Creator;
        if (limits.Direct(caller.App, creator) is { } reason)
        {
            // On purpose with status 200: the posting page must say that it is not the app's fault.
            return answers.Error(200, reason, "The creator cannot post now.");
        }

        var avatar = state.World.AvatarOf(creator) is { } asset
            ? addresses.Image(asset, "p16", "tplv-tiktokx-cropcenter:168:168.jpeg", state.Clock.Now, AvatarLife)
            : "";
        return answers.Ok(
            new JsonObject
            {
                ["creator_avatar_url"] = avatar,
                ["creator_username"] = creator.Username,
                ["creator_nickname"] = creator.Nickname,
                ["privacy_level_options"] = new JsonArray([
                    .. PrivacyLevels.For(creator).Select(level => JsonValue.Create(level)),
                ]),
                ["comment_disabled"] = creator.Posting.CommentDisabled,
                ["duet_disabled"] = creator.Private || creator.Posting.DuetDisabled,
                ["stitch_disabled"] = creator.Private || creator.Posting.StitchDisabled,
                ["max_video_post_duration_sec"] = creator.Posting.LongestVideoSeconds,
            }
        );
    }
}
