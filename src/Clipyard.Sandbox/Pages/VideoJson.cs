using System.Globalization;
using System.Text.Json.Nodes;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Pages;

/// <summary>The <c>video</c> object of an item.</summary>
internal sealed class VideoJson(SandboxWorld world, MediaAddresses addresses)
{
    public JsonObject Write(SandboxPost post, ItemFlavor flavor, DateTimeOffset now)
    {
        var files = world.FilesOf(post);
        var cover = files.Cover is { } image ? addresses.Image(image, "p16", "tplv-tiktokx-origin.image", now) : "";
        if (post.Renditions.Count == 0)
        {
            return Empty(post, cover);
        }

        var first = files.Renditions[0];
        var rendition = post.Renditions[0];
        var urls = addresses.Video(first, rendition.VideoOnly, now);
        var video = new JsonObject
        {
            ["id"] = post.Id,
            ["height"] = first.Height,
            ["width"] = first.Width,
            ["duration"] = Seconds(first.DurationMs),
            ["ratio"] = rendition.Quality,
            ["cover"] = cover,
            ["originCover"] = cover,
            ["dynamicCover"] = cover,
            ["playAddr"] = urls[0],
            ["downloadAddr"] = files.Download is { } download
                ? addresses.OnVideoHost(MediaAddresses.FirstVideoHost, download, videoOnly: false, now)
                : "",
            ["shareCover"] = new JsonArray(""),
            ["reflowCover"] = "",
            ["format"] = "mp4",
            ["codecType"] = "h264",
            ["videoQuality"] = "normal",
            ["definition"] = rendition.Quality,
        };
        if (flavor is ItemFlavor.Mobile)
        {
            video["subtitleInfos"] = Subtitles(post, files, flavor, now);
            return video;
        }

        if (flavor is ItemFlavor.NextData)
        {
            return video;
        }

        video["bitrate"] = Bitrate(rendition, first);
        video["encodedType"] = "normal";
        video["encodeUserTag"] = "";
        video["size"] = Number(first.Body.Length, flavor);
        video["VQScore"] = "75.07";
        video["videoID"] = addresses.MediaId(post.Id);
        video["volumeInfo"] = new JsonObject { ["Loudness"] = -23.5, ["Peak"] = 0.4217 };
        video["zoomCover"] = ZoomCover(files, now);
        video["PlayAddrStruct"] = PlayAddress(post, 0, files, flavor, now);
        video["bitrateInfo"] = new JsonArray([
            .. post.Renditions.Select((_, i) => (JsonNode)Rendition(post, i, files, flavor, now)),
        ]);
        if (post.Subtitles.Count > 0)
        {
            video["subtitleInfos"] = Subtitles(post, files, flavor, now);
        }

        video["claInfo"] = ClaInfo(post, files, now);
        return video;
    }

    private static JsonObject Empty(SandboxPost post, string cover) =>
        new()
        {
            ["id"] = post.Id,
            ["height"] = 0,
            ["width"] = 0,
            ["duration"] = 0,
            ["ratio"] = "",
            ["cover"] = cover,
            ["originCover"] = cover,
            ["dynamicCover"] = "",
            ["playAddr"] = "",
            ["downloadAddr"] = "",
            ["shareCover"] = new JsonArray(""),
            ["reflowCover"] = "",
            ["subtitleInfos"] = new JsonArray(),
        };

    private JsonObject Rendition(SandboxPost post, int index, PostFiles files, ItemFlavor flavor, DateTimeOffset now)
    {
        var rendition = post.Renditions[index];
        var entry = new JsonObject
        {
            ["Bitrate"] = Bitrate(rendition, files.Renditions[index]),
            ["QualityType"] = rendition.QualityType,
            ["GearName"] = rendition.Gear,
            ["PlayAddr"] = PlayAddress(post, index, files, flavor, now),
            ["CodecType"] = rendition.Codec is "bytevc1" ? "h265_hvc1" : rendition.Codec,
            ["MVMAF"] = """{"v2.0": {"srv1": {"v1080": 93.135, "v960": 95.412, "v864": 96.54, "v720": 98.292}}}""",
            ["Format"] = "mp4",
            ["VideoExtra"] = """{"PktOffsetMap":"[{\"time\": 1, \"offset\": 265402}]"}""",
        };
        if (flavor == ItemFlavor.Desktop)
        {
            entry["BitrateFPS"] = 30;
        }

        return entry;
    }

    private JsonObject PlayAddress(SandboxPost post, int index, PostFiles files, ItemFlavor flavor, DateTimeOffset now)
    {
        var asset = files.Renditions[index];
        var rendition = post.Renditions[index];
        var mediaId = addresses.MediaId(post.Id);
        return new JsonObject
        {
            ["DataSize"] = Number(asset.Body.Length, flavor),
            ["Width"] = asset.Width,
            ["Height"] = asset.Height,
            ["Uri"] = mediaId,
            ["UrlList"] = new JsonArray([
                .. addresses.Video(asset, rendition.VideoOnly, now).Select(url => (JsonNode)JsonValue.Create(url)),
            ]),
            ["UrlKey"] = $"{mediaId}_{rendition.Codec}_{rendition.Quality}_{Bitrate(rendition, asset)}",
            ["FileHash"] = asset.FileHash,
            ["FileCs"] = "c:0-45620-704a",
        };
    }

    private JsonArray Subtitles(SandboxPost post, PostFiles files, ItemFlavor flavor, DateTimeOffset now)
    {
        var list = new JsonArray();
        foreach (var (i, subtitle) in post.Subtitles.Index())
        {
            list.Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["UrlExpire"] = Number(MediaAddresses.SubtitleExpiry(now).ToUnixTimeSeconds(), flavor),
                        ["Size"] = Number(files.Subtitles[i].Body.Length, flavor),
                        ["LanguageID"] = (2 + i).ToString(CultureInfo.InvariantCulture),
                        ["LanguageCodeName"] = subtitle.Language,
                        ["Url"] = addresses.Subtitle(files.Subtitles[i], now),
                        ["Format"] = subtitle.Format,
                        ["Version"] = subtitle.Source is "ASR" ? "1:whisper_lid" : "4",
                        ["Source"] = subtitle.Source,
                    }
            );
        }

        return list;
    }

    private JsonObject ClaInfo(SandboxPost post, PostFiles files, DateTimeOffset now)
    {
        var captions = new JsonArray();
        foreach (var (i, subtitle) in post.Subtitles.Index())
        {
            var url = addresses.Subtitle(files.Subtitles[i], now);
            captions.Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["language"] = subtitle.Language,
                        ["languageID"] = (2 + i).ToString(CultureInfo.InvariantCulture),
                        ["url"] = url,
                        ["expire"] = Number(MediaAddresses.SubtitleExpiry(now).ToUnixTimeSeconds(), ItemFlavor.Desktop),
                        ["captionFormat"] = subtitle.Format,
                        ["isAutoGen"] = subtitle.Source is not "LC",
                        ["isOriginalCaption"] = subtitle.Source is "ASR",
                        ["urlList"] = new JsonArray(url),
                        ["subtitleType"] = "1",
                        ["translationType"] = subtitle.Source is "MT" ? "1" : "0",
                    }
            );
        }

        return new JsonObject
        {
            ["hasOriginalAudio"] = true,
            ["enableAutoCaption"] = true,
            ["captionInfos"] = captions,
            ["captionsType"] = "1",
            ["noCaptionReason"] = post.Subtitles.Count > 0 ? null : 3,
        };
    }

    private JsonObject ZoomCover(PostFiles files, DateTimeOffset now)
    {
        var covers = new JsonObject();
        foreach (var size in (int[])[240, 480, 720, 960])
        {
            covers[size.ToString(CultureInfo.InvariantCulture)] = files.Cover is { } image
                ? addresses.Image(image, "p19", $"tplv-photomode-zoomcover:{size}:{size}.jpeg", now)
                : "";
        }

        return covers;
    }

    private static long Bitrate(SandboxRendition rendition, MediaAsset asset) =>
        rendition.Bitrate ?? asset.Body.Length * 8000 / Math.Max(1, asset.DurationMs);

    private static int Seconds(int milliseconds) => Math.Max(1, (int)Math.Round(milliseconds / 1000.0));

    /// <summary>Pages write such numbers as strings, API answers as numbers.</summary>
    private static JsonValue Number(long value, ItemFlavor flavor) =>
        flavor == ItemFlavor.Api
            ? JsonValue.Create(value)
            : JsonValue.Create(value.ToString(CultureInfo.InvariantCulture))!;
}
