namespace Clipyard.TikTokApi.Posting;

/// <summary>How long TikTok's texts may be, in UTF-16 units: most emoji count two.</summary>
public static class CaptionLength
{
    /// <summary>A video's caption.</summary>
    public const int Video = 2200;

    /// <summary>A photo post's title.</summary>
    public const int PhotoTitle = 90;

    /// <summary>A photo post's description.</summary>
    public const int PhotoDescription = 4000;

    /// <summary>Cuts a text that is too long, never inside a surrogate pair.</summary>
    public static string Cut(string text, int units)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        if (text.Length <= units)
        {
            return text;
        }

        var end = units > 0 && char.IsHighSurrogate(text[units - 1]) ? units - 1 : units;
        return text[..end];
    }

    /// <exception cref="ClipyardException"><c>caption_too_long</c>.</exception>
    internal static void ThrowIfTooLong(string? text, int units, string name)
    {
        if (text?.Length > units)
        {
            throw new ClipyardException(
                FailureCatalogue.CaptionTooLong,
                $"The {name} has {text.Length:N0} UTF-16 units of {units:N0}."
            );
        }
    }
}
