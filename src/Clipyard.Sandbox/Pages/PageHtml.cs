using System.Text;
using System.Text.Json.Nodes;
using Clipyard.Sandbox.Hosting;

namespace Clipyard.Sandbox.Pages;

/// <summary>Puts data into the HTML around it. The ballast is shared memory: a page costs only its data.</summary>
internal sealed class PageHtml(int ballastBytes)
{
    private static readonly byte[] Head = Encoding.UTF8.GetBytes(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta content="width=device-width, initial-scale=1.0" name="viewport"/>
        <title>TikTok - Make Your Day</title>
        <script id="tiktok-environment" type="application/json">{"regionInfo":{"vgeo":"VGeo-US","vregion":"US-TTP2"},"idc":"sandbox","region":"US-TTP2"}</script>
        </head>
        <body>
        <div id="app"></div>

        """
    );

    private static readonly byte[] Foot = Encoding.UTF8.GetBytes(
        """

        <script async="async" data-chunk="video" src="//lf16-tiktok-web.tiktokcdn-us.com/obj/tiktok-web-tx/sandbox/video.js"></script>
        </body>
        </html>

        """
    );

    private readonly byte[] _ballast = Ballast.Of(ballastBytes);

    /// <summary>The universal data with the given scope keys behind the ballast.</summary>
    public SegmentedBody Universal(JsonObject scope, string tag = UniversalTag) =>
        new([Head, .. UniversalScript(scope, tag), Foot]);

    /// <summary>The universal data without the post, and a second script that has it.</summary>
    public SegmentedBody UniversalAnd(JsonObject scope, string tag, JsonObject data) =>
        new([Head, .. UniversalScript(scope, UniversalTag), .. Script(tag, data), Foot]);

    /// <summary>A page of another time: one script.</summary>
    public static SegmentedBody Only(string tag, JsonObject data) => new([Head, .. Script(tag, data), Foot]);

    public const string UniversalTag = "<script id=\"__UNIVERSAL_DATA_FOR_REHYDRATION__\" type=\"application/json\">";

    /// <summary>As a browser saves it: the element comes back from the document tree.</summary>
    public const string BrowserSavedTag =
        "<script type=\"application/json\" id=\"__UNIVERSAL_DATA_FOR_REHYDRATION__\" data-hydrated=\"true\" nonce=\"\">";

    private ReadOnlyMemory<byte>[] UniversalScript(JsonObject scope, string tag)
    {
        scope["webapp.a-b"] = new JsonObject { ["b_c"] = "2" };
        var keys = PageJson.ForScript(scope);
        return
        [
            Encoding.UTF8.GetBytes(tag + "{\"__DEFAULT_SCOPE__\":{"),
            _ballast,
            keys.AsMemory(1, keys.Length - 2),
            "}}</script>"u8.ToArray(),
        ];
    }

    private static ReadOnlyMemory<byte>[] Script(string tag, JsonObject data) =>
        [Encoding.UTF8.GetBytes(tag), PageJson.ForScript(data), "</script>"u8.ToArray()];
}
