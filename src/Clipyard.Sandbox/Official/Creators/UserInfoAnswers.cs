using System.Text.Json.Nodes;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Official.OAuth;
using Clipyard.Sandbox.Official.Wire;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Official.Creators;

/// <summary><c>/v2/user/info/</c>: the fields asked for, each under its scope.</summary>
internal sealed class UserInfoAnswers(OfficialState state, MediaAddresses addresses, ApiAnswers answers, Door door)
{
    private const int DeepLinks = 64;
    private static readonly TimeSpan AvatarLife = TimeSpan.FromHours(24);

    private static readonly Dictionary<string, string> ScopeOf = new(StringComparer.Ordinal)
    {
        ["open_id"] = Scopes.Basic,
        ["union_id"] = Scopes.Basic,
        ["avatar_url"] = Scopes.Basic,
        ["avatar_url_100"] = Scopes.Basic,
        ["avatar_large_url"] = Scopes.Basic,
        ["display_name"] = Scopes.Basic,
        ["bio_description"] = Scopes.Profile,
        ["profile_deep_link"] = Scopes.Profile,
        ["profile_web_link"] = Scopes.Profile,
        ["is_verified"] = Scopes.Profile,
        ["username"] = Scopes.Profile,
        ["follower_count"] = Scopes.Stats,
        ["following_count"] = Scopes.Stats,
        ["likes_count"] = Scopes.Stats,
        ["video_count"] = Scopes.Stats,
    };

    private int _links;

    public SandboxResponse Get(ApiCall call)
    {
        var caller = door.Enter(call);
        var fields = Fields.Read(call, ScopeOf.Keys);
        var allowed = fields.Count(field => caller.Grant.Allows(ScopeOf[field]));
        if (allowed == 0)
        {
            throw ApiRefusalException.ScopeNotAuthorized("None of the fields is covered by what was granted.");
        }

        if (allowed < fields.Count)
        {
            throw new ApiRefusalException(
                400,
                "scope_permission_missed",
                "Access token is invalid, some fields need additional scopes."
            )
            {
                Rule = "Some of the fields are not covered by what was granted.",
            };
        }

        var user = new JsonObject();
        foreach (var field in fields)
        {
            user[field] = Value(field, caller);
        }

        return answers.Ok(new JsonObject { ["user"] = user });
    }

    private JsonNode? Value(string field, Caller caller)
    {
        var creator = caller.Creator;
        return field switch
        {
            "open_id" => caller.Grant.OpenId,
            "union_id" => state.Tokens.UnionId(creator.Username),
            "avatar_url" => Avatar(creator, "168:168"),
            "avatar_url_100" => Avatar(creator, "100:100"),
            "avatar_large_url" => Avatar(creator, "1080:1080"),
            "display_name" => creator.Nickname,
            "bio_description" => creator.Bio,
            "profile_deep_link" => DeepLink(creator),
            "profile_web_link" => $"https://www.tiktok.com/@{creator.Username}",
            "is_verified" => creator.Verified,
            "username" => creator.Username,
            "follower_count" => creator.Followers,
            "following_count" => creator.Following,
            "likes_count" => creator.Hearts,
            _ => state.World.PostsOf(creator.Username).Count,
        };
    }

    private string Avatar(SandboxCreator creator, string size) =>
        state.World.AvatarOf(creator) is { } asset
            ? addresses.Image(asset, "p16", $"tplv-tiktokx-cropcenter:{size}.jpeg", state.Clock.Now, AvatarLife)
            : "";

    /// <summary>Another short link each time, as recorded; the codes go round.</summary>
    private string DeepLink(SandboxCreator creator)
    {
        var number = _links++ % DeepLinks;
        var code = "ZM" + state.World.Sampler.Hex($"deep/{creator.Username}/{number}", 7);
        state.World.AddShortLink(
            new SandboxShortLink { Code = code, Target = $"https://www.tiktok.com/@{creator.Username}" }
        );
        return $"https://vm.tiktok.com/{code}/";
    }
}
