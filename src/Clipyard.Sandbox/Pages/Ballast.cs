using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Clipyard.Sandbox.Pages;

/// <summary>What a real page carries beside its data: settings and translations. Built once per size and shared.</summary>
internal static class Ballast
{
    private static readonly string[] Words =
    [
        "video",
        "profile",
        "follow",
        "comment",
        "share",
        "search",
        "upload",
        "privacy",
        "account",
        "settings",
        "report",
        "language",
        "sound",
        "caption",
        "friends",
        "likes",
        "reply",
        "download",
        "report",
        "playlist",
    ];

    private static readonly ConcurrentDictionary<int, byte[]> Built = new();

    /// <summary>The scope keys in front of the data, each with its trailing comma.</summary>
    public static byte[] Of(int bytes) => Built.GetOrAdd(bytes, Build);

    private static byte[] Build(int bytes)
    {
        var context = new StringBuilder();
        context.Append(
            """
            "webapp.app-context":{"language":"en","region":"US","appId":1233,"appType":"m","wid":"7000000000000000000","webIdCreatedTime":"1700000000","odinId":"7000000000000000001","nonce":"SANDBOX","botType":"others","requestId":"00000000000000000000","clusterRegion":"TTP","csrfToken":"SANDBOX-CSRF","userAgent":"","abTestVersion":{"parameters":
            """
        );
        Fill(context, bytes / 12, static (i, text) => $"\"{text}_test_{i}\":{{\"vid\":\"v{i % 4}\"}}");
        context.Append("}},\"webapp.biz-context\":{\"os\":\"windows\",\"isMobile\":false,\"domains\":");
        Fill(
            context,
            bytes / 8,
            static (i, text) => $"\"{text}{i}\":\"https:\\u002F\\u002F{text}{i}.tiktokv.us\\u002Fapi\\u002F{text}\""
        );
        context.Append("},\"webapp.i18n-translation\":");
        Fill(
            context,
            Math.Max(0, bytes - context.Length),
            static (i, text) =>
                $"\"webapp_{text}_{i}\":\"{Words[i % Words.Length]} {text} {Words[i / 3 % Words.Length]} {{count}} {Words[i / 7 % Words.Length]}\""
        );
        context.Append(',');
        return Encoding.UTF8.GetBytes(context.ToString());
    }

    private static void Fill(StringBuilder target, int bytes, Func<int, string, string> entry)
    {
        var goal = target.Length + bytes;
        target.Append('{');
        for (var i = 0; target.Length < goal; i++)
        {
            target
                .Append(i == 0 ? "" : ",")
                .Append(CultureInfo.InvariantCulture, $"{entry(i, Words[i % Words.Length])}");
        }

        target.Append('}');
    }
}
