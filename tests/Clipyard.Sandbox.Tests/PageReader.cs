using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Clipyard.Sandbox.Tests;

/// <summary>Reads what a page carries, with nothing but a pattern and a JSON parser.</summary>
internal static partial class PageReader
{
    public const string Universal = "__UNIVERSAL_DATA_FOR_REHYDRATION__";

    /// <summary>The JSON of the script with this id; null when there is none.</summary>
    public static JsonObject? Script(string html, string id)
    {
        var match = Scripts().Matches(html).FirstOrDefault(script => script.Groups["id"].ValueSpan.SequenceEqual(id));
        return match is null ? null : JsonNode.Parse(match.Groups["json"].Value)!.AsObject();
    }

    /// <summary>The object under a key of the universal data; null when it is not there.</summary>
    public static JsonObject? Scope(string html, string key) =>
        Script(html, Universal)!["__DEFAULT_SCOPE__"]![key]?.AsObject();

    /// <summary>The post of a desktop page.</summary>
    public static JsonObject Item(string html) =>
        Scope(html, "webapp.video-detail")!["itemInfo"]!["itemStruct"]!.AsObject();

    [GeneratedRegex(
        """<script[^>]*\bid="(?<id>[^"]+)"[^>]*>(?<json>.*?)</script>""",
        RegexOptions.Singleline,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Scripts();
}
