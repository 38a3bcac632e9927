using System.Globalization;
using Clipyard.Media.Probing;

namespace Clipyard.Media.Ffmpeg;

/// <summary>Puts a plan into ffmpeg's words.</summary>
internal static class FfmpegArguments
{
    /// <summary>What it may decode: 8192x8192 pixels, so that a header cannot ask for all memory.</summary>
    private const int MostPixels = 8192 * 8192;

    public static IReadOnlyList<string> For(
        RepairPlan plan,
        MediaContainer container,
        string source,
        string destination
    ) =>
        [
            .. Input(container, source),
            .. plan.Fit is { } fit ? Encoded(plan, fit) : Copied(plan),
            .. Sound(plan),
            "-t",
            Text(plan.Longest.TotalSeconds),
            "-movflags",
            "+faststart",
            "-progress",
            "pipe:1",
            "-f",
            "mp4",
            FileAddress(destination),
        ];

    // The kind of file is named and only files may be opened: a playlist that pretends to be a video could otherwise
    // make ffmpeg fetch addresses or read other files.
    private static string[] Input(MediaContainer container, string source) =>
        [
            "-nostdin",
            "-hide_banner",
            "-nostats",
            "-v",
            "error",
            "-y",
            "-protocol_whitelist",
            "file",
            "-max_pixels",
            Text(MostPixels),
            "-f",
            container is MediaContainer.Mp4 or MediaContainer.Mov ? "mov" : "matroska",
            "-i",
            FileAddress(source),
            "-map",
            "0:V:0",
            "-map",
            "0:a:0?",
            "-map_chapters",
            "-1",
        ];

    private static string[] Copied(RepairPlan plan) =>
        plan.CopiesH265 ? ["-c:v", "copy", "-tag:v", "hvc1"] : ["-c:v", "copy"];

    private static string[] Encoded(RepairPlan plan, PictureFit fit) =>
        [
            "-vf",
            Filters(plan, fit),
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            "-crf",
            "20",
            "-maxrate",
            Text(plan.VideoBitrate),
            "-bufsize",
            Text(plan.VideoBitrate),
            "-pix_fmt",
            "yuv420p",
        ];

    private static string[] Sound(RepairPlan plan) =>
        !plan.EncodesSound
            ? ["-c:a", "copy"]
            :
            [
                "-c:a",
                "aac",
                "-b:a",
                Text(RepairPlan.AudioBitrate),
                .. plan.MixesSound ? ["-ac", "2"] : Array.Empty<string>(),
            ];

    // What a file says about turning is done by ffmpeg before these.
    private static string Filters(RepairPlan plan, PictureFit fit)
    {
        List<string> filters = [$"scale={fit.Width}:{fit.Height}", "setsar=1"];
        if (fit.IsPadded)
        {
            filters.Add($"pad={fit.FrameWidth}:{fit.FrameHeight}:-1:-1");
        }

        if (plan.FrameRate is { } rate)
        {
            filters.Add($"fps={Text(rate)}");
        }

        return string.Join(',', filters);
    }

    // A name that begins with a dash, or looks like a protocol, is a name all the same.
    private static string FileAddress(string path) => $"file:{Path.GetFullPath(path)}";

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
