using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Clipyard.Sandbox.Pages;

/// <summary>JSON as TikTok writes it into pages and into API answers.</summary>
internal static class PageJson
{
    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>For a script element: <c>/</c>, <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> escaped, so that no tag ends early.</summary>
    /// <remarks>Those characters occur only inside strings of a JSON text, hence the plain replacement.</remarks>
    public static byte[] ForScript(JsonNode node) =>
        Encoding.UTF8.GetBytes(
            new StringBuilder(node.ToJsonString(Relaxed))
                .Replace("/", @"\u002F")
                .Replace("<", @"\u003C")
                .Replace(">", @"\u003E")
                .Replace("&", @"\u0026")
                .ToString()
        );

    /// <summary>For an API answer.</summary>
    public static byte[] ForApi(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString(Relaxed));
}
