using System.Globalization;
using Clipyard.Media.Probing;

namespace Clipyard.Media.Limits;

/// <summary>Numbers with their units, the same everywhere.</summary>
internal static class Words
{
    /// <summary><c>0:05</c>, <c>10:00.5</c>: minutes, seconds, and tenths where there are any.</summary>
    public static string Of(TimeSpan duration)
    {
        // Up, so that what is too long never reads like the limit itself.
        var tenths = (long)Math.Ceiling(duration.TotalSeconds * 10);
        var text = string.Create(CultureInfo.InvariantCulture, $"{tenths / 600}:{tenths / 10 % 60:00}");
        return tenths % 10 == 0 ? $"{text} min" : $"{text}.{tenths % 10} min";
    }

    /// <summary>What a file is, by its structure.</summary>
    public static string Of(StructureState state) =>
        state switch
        {
            StructureState.Whole => "a whole file",
            StructureState.Incomplete => "an incomplete file",
            StructureState.Corrupt => "a broken file",
            _ => "no video file",
        };

    /// <summary><c>4,294,967,296 bytes</c>.</summary>
    public static string Bytes(long count) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} bytes");

    /// <summary><c>29.97</c>, <c>60</c>.</summary>
    public static string Rate(double rate) => rate.ToString("0.##", CultureInfo.InvariantCulture);
}
