using Clipyard.Failures;
using Clipyard.Media.Images;
using Clipyard.Server.Publishing.Preparing.Staging;

namespace Clipyard.Server.Publishing.Preparing.Checks;

/// <summary>Looks whether a staged picture is whole and of a size that TikTok takes, and writes down what it is.</summary>
internal static class PictureCheck
{
    /// <summary>"At most 1080p", upright or lying.</summary>
    private const int LongerSide = 1920;

    private const int ShorterSide = 1080;

    /// <exception cref="ClipyardException"><c>unsupported_media</c>.</exception>
    public static async Task RunAsync(StagedFile file, string name, CancellationToken cancellationToken)
    {
        var report = await ImageProbe.ReadAsync(file.Read(), cancellationToken);
        if (!report.IsWhole)
        {
            throw Refusal($"{name}: {report.Problem}");
        }

        if (
            await PictureSize.ReadAsync(file.Read(), report.Kind == ImageKind.Jpeg, cancellationToken)
            is not { Width: var width, Height: var height }
        )
        {
            throw Refusal($"{name}: the picture does not say how large it is.");
        }

        if (Math.Max(width, height) > LongerSide || Math.Min(width, height) > ShorterSide)
        {
            throw Refusal(
                $"{name}: the picture has {width}x{height} pixels; TikTok takes up to {LongerSide}x{ShorterSide}, or "
                    + $"{ShorterSide}x{LongerSide}. A repair does not mend pictures: scale it down."
            );
        }

        (file.Row.Width, file.Row.Height) = (width, height);
    }

    private static ClipyardException Refusal(string detail) => new(FailureCatalogue.UnsupportedMedia, detail);
}
