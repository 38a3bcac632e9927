using System.Globalization;

namespace Clipyard.Pages.Conversion;

/// <summary>TikTok's <c>UrlKey</c>: <c>MEDIAID_h264_540p_1010862</c>.</summary>
internal sealed record RenditionKey(string FormatId, string Codec, string Label, long? BitsPerSecond)
{
    public static RenditionKey? Read(string? urlKey)
    {
        if (
            urlKey?.Split('_') is not [.., var codec, var label, var bits] parts
            || parts.Length < 4
            || codec is ""
            || label is ""
        )
        {
            return null;
        }

        long? rate = long.TryParse(bits, NumberStyles.None, null, out var number) ? number : null;
        return new RenditionKey($"{codec}_{label}_{bits}", codec, label, rate);
    }
}
