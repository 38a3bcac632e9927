namespace Clipyard.Pages.Conversion;

/// <summary>TikTok writes zero and "" where it does not know; we say null.</summary>
internal static class Values
{
    /// <summary>What language tags call a language that nobody named.</summary>
    public const string UndeterminedLanguage = "und";

    private const long LongestSeconds = 86_400;

    public static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>Zero is a count; less than that is nonsense.</summary>
    public static long? Count(long? value) => value is >= 0 ? value : null;

    public static long? Positive(long? value) => value is > 0 ? value : null;

    public static int? Pixels(long? value) => value is > 0 and <= 65_536 ? (int)value.Value : null;

    public static TimeSpan? Seconds(long? value) =>
        value is > 0 and <= LongestSeconds ? TimeSpan.FromSeconds(value.Value) : null;
}
