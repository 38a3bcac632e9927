using Clipyard.Media.Probing;

namespace Clipyard.Media.Tests.Probing;

/// <summary>Shows a file to an inspector.</summary>
internal static class Inspection
{
    public static MediaReport Of(byte[] file) => InPieces(file, () => 64 * 1024);

    public static MediaReport InPieces(byte[] file, Func<int> next) => Show(new Mp4Inspector(), file, next);

    /// <summary>Shows it to the inspector that knows all containers.</summary>
    public static MediaReport OfAny(byte[] file) => AnyInPieces(file, () => 64 * 1024);

    public static MediaReport AnyInPieces(byte[] file, Func<int> next) => Show(new MediaInspector(), file, next);

    private static MediaReport Show(IContainerInspector inspector, byte[] file, Func<int> next)
    {
        for (var at = 0; at < file.Length; )
        {
            var count = Math.Min(next(), file.Length - at);
            inspector.Append(file.AsSpan(at, count));
            at += count;
        }

        return inspector.Complete();
    }

    /// <summary>Everything a report says, to compare two of them: records compare lists by reference.</summary>
    public static string Describe(MediaReport report) =>
        $"{report.Verdict} | {report.Info?.Container} {report.Info?.MajorBrand} {report.Info?.Duration} "
        + $"{report.Info?.IsFragmented} {report.Info?.IsFaststart} {report.Info?.SizeBytes} | "
        + string.Join("; ", report.Info?.Tracks ?? []);
}
