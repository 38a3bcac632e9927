using System.Globalization;
using System.Text.Json.Nodes;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Pages;

/// <summary>An account as TikTok's pages and answers describe it.</summary>
internal sealed class CreatorJson(SandboxWorld world, MediaAddresses addresses)
{
    public JsonObject UserDetail(SandboxCreator creator, DateTimeOffset now) =>
        new()
        {
            ["userInfo"] = new JsonObject
            {
                ["user"] = User(creator, now),
                ["stats"] = Stats(creator),
                ["statsV2"] = StatsV2(creator),
                ["itemList"] = new JsonArray(),
            },
            ["shareMeta"] = ShareMeta(creator),
            ["statusCode"] = creator.StatusCode,
            ["statusMsg"] = "",
            ["needFix"] = creator.StatusCode != 0,
        };

    public JsonObject Author(SandboxCreator creator, ItemFlavor flavor, DateTimeOffset now)
    {
        var author = new JsonObject
        {
            ["id"] = creator.Id,
            ["shortId"] = "",
            ["uniqueId"] = creator.Username,
            ["nickname"] = creator.Nickname,
            ["avatarLarger"] = Avatar(creator, 1080, now),
            ["avatarMedium"] = Avatar(creator, 720, now),
            ["avatarThumb"] = Avatar(creator, 100, now),
            ["signature"] = creator.Bio,
            ["verified"] = creator.Verified,
            ["secUid"] = creator.SecUid,
            ["relation"] = 0,
            ["isADVirtual"] = false,
        };
        if (flavor == ItemFlavor.Mobile)
        {
            author.Remove("shortId");
            author["followingCount"] = creator.Following;
            author["followerCount"] = Rounding.Round(creator.Followers);
            author["videoCount"] = VideoCount(creator);
            author["heartCount"] = Rounding.Round(creator.Hearts);
            return author;
        }

        author["ftc"] = false;
        author["openFavorite"] = false;
        author["commentSetting"] = 0;
        author["duetSetting"] = 0;
        author["stitchSetting"] = 0;
        author["privateAccount"] = creator.Private;
        author["secret"] = creator.Private;
        author["downloadSetting"] = 0;
        if (flavor == ItemFlavor.Desktop)
        {
            author["createTime"] = CreatedAt(creator);
            author["roomId"] = "";
            author["uniqueIdModifyTime"] = 0;
            author["ttSeller"] = false;
            author["recommendReason"] = "";
            author["nowInvitationCardUrl"] = "";
            author["nickNameModifyTime"] = 0;
            author["isEmbedBanned"] = false;
            author["canExpPlaylist"] = false;
            author["suggestAccountBind"] = false;
            author["UserStoryStatus"] = 0;
            author["shortDramaCreator"] = new JsonObject();
        }

        return author;
    }

    public JsonObject Stats(SandboxCreator creator, bool mobile = false)
    {
        var stats = new JsonObject
        {
            ["followerCount"] = Rounding.Round(creator.Followers),
            ["followingCount"] = creator.Following,
            ["heartCount"] = Rounding.Round(creator.Hearts),
            ["videoCount"] = VideoCount(creator),
            ["diggCount"] = 0,
        };
        if (!mobile)
        {
            stats["heart"] = Rounding.Round(creator.Hearts);
            stats["friendCount"] = 0;
        }

        return stats;
    }

    public JsonObject StatsV2(SandboxCreator creator) =>
        new()
        {
            ["followerCount"] = Text(creator.Followers),
            ["followingCount"] = Text(creator.Following),
            ["heart"] = Text(creator.Hearts),
            ["heartCount"] = Text(creator.Hearts),
            ["videoCount"] = Text(VideoCount(creator)),
            ["diggCount"] = "0",
            ["friendCount"] = "0",
        };

    public string Avatar(SandboxCreator creator, int size, DateTimeOffset now) =>
        world.AvatarOf(creator) is { } asset
            ? addresses.Image(asset, "p16", $"tplv-tiktokx-cropcenter:{size}:{size}.jpeg", now)
            : "";

    public int VideoCount(SandboxCreator creator) => creator.VideoCount ?? world.PostsOf(creator.Username).Count;

    private JsonObject User(SandboxCreator creator, DateTimeOffset now)
    {
        var user = Author(creator, ItemFlavor.Desktop, now);
        if (creator.BioLink is { } link)
        {
            user["bioLink"] = new JsonObject { ["link"] = link, ["risk"] = 0 };
        }

        user["commerceUserInfo"] = new JsonObject { ["commerceUser"] = false };
        user["profileTab"] = new JsonObject
        {
            ["showMusicTab"] = false,
            ["showQuestionTab"] = false,
            ["showPlayListTab"] = false,
        };
        user["followingVisibility"] = 1;
        user["profileEmbedPermission"] = creator.Private ? 0 : 1;
        user["language"] = "en";
        user["eventList"] = new JsonArray();
        user["isOrganization"] = 0;
        return user;
    }

    private static JsonObject ShareMeta(SandboxCreator creator) =>
        new()
        {
            ["title"] = $"{creator.Nickname} on TikTok",
            ["desc"] =
                $"@{creator.Username} {Rounding.Round(creator.Followers)} Followers, {creator.Following} Following, "
                + $"{Rounding.Round(creator.Hearts)} Likes - Watch awesome short videos created by {creator.Nickname}",
        };

    private long CreatedAt(SandboxCreator creator) =>
        world.Sampler.Number("created/" + creator.Id, 1_546_300_800, 1_704_067_200);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
