using System.Globalization;
using System.Text;
using Clipyard.Downloads;

namespace Clipyard.Cli.Progress;

/// <summary>Puts numbers into words.</summary>
internal static class TransferText
{
    private static readonly string[] Units = ["bytes", "KiB", "MiB", "GiB", "TiB"];

    /// <summary>How far a transfer is: <c>mp4 45 % of 12.3 MiB, 3.2 MiB/s, 4 s left</c>.</summary>
    public static string Of(TransferProgress progress) =>
        $"{progress.Part.Extension} "
        + Of(new BytesProgress(progress.Bytes, progress.TotalBytes, progress.BytesPerSecond, progress.TimeLeft));

    /// <summary>How far bytes are: <c>45 % of 12.3 MiB, 3.2 MiB/s, 4 s left</c>.</summary>
    public static string Of(BytesProgress progress)
    {
        var text = new StringBuilder();
        if (progress.TotalBytes is { } total and > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{100.0 * progress.Bytes / total:0} % of {Size(total)}");
        }
        else
        {
            text.Append(Size(progress.Bytes));
        }

        if (progress.BytesPerSecond > 0)
        {
            text.Append(", ").Append(Size((long)progress.BytesPerSecond)).Append("/s");
        }

        if (progress.TimeLeft is { } left && left > TimeSpan.Zero)
        {
            text.Append(CultureInfo.InvariantCulture, $", {Math.Ceiling(left.TotalSeconds):0} s left");
        }

        return text.ToString();
    }

    /// <summary>A size: <c>812 bytes</c>, <c>12.3 MiB</c>.</summary>
    public static string Size(long bytes)
    {
        var value = (double)bytes;
        var unit = 0;
        for (; value >= 1024 && unit < Units.Length - 1; unit++)
        {
            value /= 1024;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {Units[unit]}");
    }

    /// <summary>A duration: <c>0:54</c>, <c>1:02:03</c>.</summary>
    public static string Duration(TimeSpan duration) =>
        duration.ToString(duration.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
}
