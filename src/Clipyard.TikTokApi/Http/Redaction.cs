using System.Text.RegularExpressions;

namespace Clipyard.TikTokApi.Http;

/// <summary>Makes TikTok's own words fit for logs: one short line, without anything that looks like a token.</summary>
internal static partial class Redaction
{
    private const int LongestText = 300;

    /// <param name="text">What TikTok said.</param>
    /// <param name="secrets">What the request carried and nobody may read.</param>
    public static string? Clean(string? text, params ReadOnlySpan<string?> secrets)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        foreach (var secret in secrets)
        {
            text = secret is { Length: > 0 } ? text.Replace(secret, "***", StringComparison.Ordinal) : text;
        }

        text = Control().Replace(TokenLike().Replace(text, "***"), " ").Trim();
        return text.Length <= LongestText ? text : text[..LongestText] + "…";
    }

    [GeneratedRegex(@"\b(?:act|rft|clt)\.[^\s""']+|upload_token=[^\s""'&]+", RegexOptions.None, 1000)]
    private static partial Regex TokenLike();

    [GeneratedRegex(@"\p{C}+", RegexOptions.None, 1000)]
    private static partial Regex Control();
}
