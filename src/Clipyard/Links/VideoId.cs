using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Clipyard.Links;

/// <summary>Identifies one TikTok post, video or photo. Well-formed; says nothing about whether it exists.</summary>
[JsonConverter(typeof(VideoIdJsonConverter))]
public readonly record struct VideoId : IParsable<VideoId>
{
    /// <summary>The longest id that is accepted, in digits: what a 64-bit number can hold.</summary>
    internal const int MaxDigits = 20;

    private readonly string? _value;

    private VideoId(string value) => _value = value;

    /// <summary>The decimal digits, as they stand in the post's address. Kept as text: they exceed 2^53.</summary>
    /// <exception cref="InvalidOperationException">This is <see langword="default"/>, not a parsed id.</exception>
    public string Value => _value ?? throw new InvalidOperationException("An uninitialized VideoId has no value.");

    /// <summary>
    /// When the id was made, to the second: its upper 32 bits are Unix seconds (seen within 30 s of the post's own
    /// time in five captured pages). Null for ids too small to carry a time.
    /// </summary>
    public DateTimeOffset? EmbeddedTime =>
        ulong.TryParse(_value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >> 32 > 0
            ? DateTimeOffset.FromUnixTimeSeconds((long)(number >> 32))
            : null;

    /// <summary>Reads an id: one to twenty decimal digits, nothing else. Addresses are <see cref="TikTokLink"/>'s.</summary>
    /// <exception cref="FormatException"><paramref name="s"/> is not an id.</exception>
    public static VideoId Parse(string s) =>
        TryParse(s, out var id) ? id : throw new FormatException("A TikTok post id is one to twenty decimal digits.");

    /// <summary>As <see cref="Parse"/>, for input that is expected to be wrong now and then.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out VideoId result)
    {
        result = s is not null && IsId(s) ? new VideoId(s) : default;
        return result._value is not null;
    }

    /// <summary>The digits.</summary>
    public override string ToString() => _value ?? "";

    static VideoId IParsable<VideoId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<VideoId>.TryParse(string? s, IFormatProvider? provider, out VideoId result) =>
        TryParse(s, out result);

    internal static bool IsId(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= MaxDigits && !text.ContainsAnyExceptInRange('0', '9');

    internal static VideoId FromDigits(ReadOnlySpan<char> digits) => new(digits.ToString());
}
