using System.Globalization;
using System.Text.Json.Nodes;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Pages;

/// <summary>A post as TikTok's pages and answers describe it (<c>itemStruct</c>).</summary>
internal sealed class ItemJson(SandboxWorld world, MediaAddresses addresses)
{
    private readonly CreatorJson _creators = new(world, addresses);
    private readonly VideoJson _videos = new(world, addresses);
    private readonly CaptionTags _tags = new(world);

    public JsonObject Write(SandboxPost post, ItemFlavor flavor, DateTimeOffset now)
    {
        var item = new JsonObject
        {
            ["id"] = post.Id,
            ["desc"] = post.Caption,
            ["createTime"] = CreateTime(post, flavor),
        };
        if (flavor == ItemFlavor.Desktop)
        {
            item["scheduleTime"] = 0;
        }

        if (!post.AgeRestricted)
        {
            item["video"] = _videos.Write(post, flavor, now);
        }

        AddAuthor(item, post, flavor, now);
        item["music"] = Music(post, now);
        item["challenges"] = _tags.Challenges(post.Caption);
        item["stats"] = Stats(post.Counts, flavor);
        AddTags(item, post, flavor);
        AddFlags(item, post, flavor);
        if (flavor is ItemFlavor.Desktop or ItemFlavor.Api)
        {
            item["statsV2"] = StatsV2(post.Counts);
        }

        if (post.IsPhoto)
        {
            item["imagePost"] = ImagePost(post, now);
        }

        return item;
    }

    /// <summary>The item of 2021 to 2023: the author is a plain name and its facts are siblings.</summary>
    public JsonObject WriteSigi(SandboxPost post, DateTimeOffset now)
    {
        var item = Write(post, ItemFlavor.NextData, now);
        var creator = world.FindCreator(post.Creator);
        item["createTime"] = CreateTime(post, ItemFlavor.Desktop);
        item["author"] = post.Creator;
        item["nickname"] = creator?.Nickname ?? "";
        item["authorId"] = creator?.Id ?? "";
        item["authorSecId"] = creator?.SecUid ?? "";
        item["avatarThumb"] = creator is null ? "" : _creators.Avatar(creator, 100, now);
        return item;
    }

    private void AddAuthor(JsonObject item, SandboxPost post, ItemFlavor flavor, DateTimeOffset now)
    {
        if (post.WithoutAuthor || world.FindCreator(post.Creator) is not { } creator)
        {
            return;
        }

        item["author"] = _creators.Author(creator, flavor, now);
        item["authorStats"] = _creators.Stats(creator, flavor == ItemFlavor.Mobile);
        if (flavor is ItemFlavor.Desktop or ItemFlavor.Api)
        {
            item["authorStatsV2"] = _creators.StatsV2(creator);
        }
    }

    private void AddTags(JsonObject item, SandboxPost post, ItemFlavor flavor)
    {
        var extra = _tags.TextExtra(post.Caption);
        if (extra.Count > 0 || flavor == ItemFlavor.Mobile)
        {
            item["textExtra"] = extra;
        }

        if (flavor is ItemFlavor.Desktop or ItemFlavor.Api)
        {
            item["contents"] = new JsonArray([
                .. post
                    .Caption.Split('\u2028')
                    .Select(line =>
                        (JsonNode)new JsonObject { ["desc"] = line, ["textExtra"] = _tags.TextExtra(line) }
                    ),
            ]);
        }
    }

    private static void AddFlags(JsonObject item, SandboxPost post, ItemFlavor flavor)
    {
        item["duetInfo"] = flavor == ItemFlavor.NextData ? new JsonObject { ["duetFromId"] = "0" } : null;
        if (item["duetInfo"] is null)
        {
            item.Remove("duetInfo");
        }

        item["warnInfo"] = new JsonArray();
        item["originalItem"] = false;
        item["officalItem"] = false;
        item["secret"] = false;
        item["forFriend"] = false;
        item["digged"] = false;
        item["itemCommentStatus"] = 0;
        item["privateItem"] = false;
        item["duetEnabled"] = true;
        item["stitchEnabled"] = true;
        item["shareEnabled"] = true;
        item["isAd"] = post.IsAd;
        if (flavor is ItemFlavor.NextData)
        {
            return;
        }

        item["effectStickers"] = new JsonArray();
        item["stickersOnItem"] = new JsonArray();
        item["comments"] = new JsonArray();
        item["indexEnabled"] = true;
        item["locationCreated"] = "GB";
        if (post.AgeRestricted)
        {
            item["isContentClassified"] = true;
        }

        if (flavor is ItemFlavor.Mobile)
        {
            return;
        }

        item["takeDown"] = 0;
        item["isReviewing"] = post.InReview;
        item["duetDisplay"] = 0;
        item["stitchDisplay"] = 0;
        item["diversificationLabels"] = new JsonArray("Lifestyle");
        item["diversificationId"] = 10040;
        item["collected"] = false;
        item["item_control"] = new JsonObject
        {
            ["can_share"] = true,
            ["can_comment"] = true,
            ["can_music_redirect"] = true,
            ["can_creator_redirect"] = true,
            ["can_repost"] = true,
        };
        item["IsAigc"] = false;
        item["AIGCDescription"] = "";
        item["backendSourceEventTracking"] = "";
        item["CategoryType"] = 111;
        item["textLanguage"] = "en";
        item["textTranslatable"] = true;
        item["creatorAIComment"] = new JsonObject
        {
            ["eligibleVideo"] = false,
            ["hasAITopic"] = false,
            ["notEligibleReason"] = 101,
        };
        if (post.IsPinned && flavor == ItemFlavor.Api)
        {
            item["isPinnedItem"] = true;
        }
    }

    private JsonObject Music(SandboxPost post, DateTimeOffset now)
    {
        if (post.Sound is not { } sound)
        {
            return [];
        }

        var asset = world.FilesOf(post).Sound;
        var music = new JsonObject
        {
            ["id"] = sound.Id,
            ["title"] = sound.Title,
            ["playUrl"] = asset is null ? "" : addresses.Sound(asset, now),
            ["coverLarge"] = "",
            ["coverMedium"] = "",
            ["coverThumb"] = "",
            ["authorName"] = sound.Author,
            ["original"] = !sound.FromLibrary,
            ["private"] = false,
            ["duration"] = (asset?.DurationMs ?? 0) / 1000,
            ["isCopyrighted"] = sound.FromLibrary,
        };
        if (sound.FromLibrary)
        {
            music["album"] = sound.Title;
        }

        return music;
    }

    private JsonObject ImagePost(SandboxPost post, DateTimeOffset now)
    {
        var files = world.FilesOf(post);
        var images = new JsonArray();
        foreach (var (i, image) in files.Images.Index())
        {
            images.Add((JsonNode)Image(image, files.WebpImages.GetValueOrDefault(i), now));
        }

        return new JsonObject
        {
            ["images"] = images,
            ["cover"] = Image(files.Images[0], null, now),
            ["shareCover"] = new JsonObject
            {
                ["imageURL"] = new JsonObject { ["urlList"] = new JsonArray(Jpeg(files.Images[0], "p16", now)) },
            },
            ["title"] = "",
        };
    }

    private JsonObject Image(MediaAsset image, MediaAsset? webp, DateTimeOffset now)
    {
        var urls = new JsonArray(Jpeg(image, "p16", now), Jpeg(image, "p19", now));
        if (webp is not null)
        {
            urls.Insert(0, addresses.Image(webp, "p16", "tplv-photomode-image.webp", now));
        }

        return new JsonObject
        {
            ["imageURL"] = new JsonObject { ["urlList"] = urls },
            ["imageWidth"] = image.Width,
            ["imageHeight"] = image.Height,
        };
    }

    private string Jpeg(MediaAsset image, string mirror, DateTimeOffset now) =>
        addresses.Image(image, mirror, "tplv-photomode-image.jpeg", now);

    private static JsonObject Stats(PostCounts counts, ItemFlavor flavor)
    {
        var stats = new JsonObject
        {
            ["diggCount"] = Rounding.Round(counts.Likes),
            ["shareCount"] = Rounding.Round(counts.Shares),
            ["commentCount"] = Rounding.Round(counts.Comments),
            ["playCount"] = Rounding.Round(counts.Plays),
        };
        if (flavor == ItemFlavor.Desktop)
        {
            stats["collectCount"] = Text(counts.Saves);
        }
        else if (flavor is not ItemFlavor.NextData)
        {
            stats["collectCount"] = counts.Saves;
        }

        return stats;
    }

    private static JsonObject StatsV2(PostCounts counts) =>
        new()
        {
            ["diggCount"] = Text(counts.Likes),
            ["shareCount"] = Text(counts.Shares),
            ["commentCount"] = Text(counts.Comments),
            ["playCount"] = Text(counts.Plays),
            ["collectCount"] = Text(counts.Saves),
            ["repostCount"] = Text(counts.Reposts),
        };

    private static JsonValue CreateTime(SandboxPost post, ItemFlavor flavor)
    {
        var seconds = post.CreatedAt.ToUnixTimeSeconds();
        return flavor is ItemFlavor.Desktop or ItemFlavor.Mobile
            ? JsonValue.Create(Text(seconds))!
            : JsonValue.Create(seconds);
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
