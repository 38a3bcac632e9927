using System.Security.Cryptography;
using Clipyard.Failures;
using Clipyard.Media.Images;
using Clipyard.Server.Network;

namespace Clipyard.Server.Accounts.Avatars;

/// <summary>
/// Fetches a picture that TikTok named. TikTok names ever new hosts for them, so hosts are not listed: the guard keeps
/// whatever is named on the public internet.
/// </summary>
internal sealed class AvatarFetch(IGuardedHttp http)
{
    /// <summary>TikTok's have 2 to 100 KB.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <exception cref="ClipyardException"><c>network_error</c>: it did not come; <c>unsupported_media</c>: it is no picture.</exception>
    public async Task<Avatar> GetAsync(string address, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        try
        {
            using var response = await http.GetAsync(http.Check(address), MaxBytes, cancellationToken);
            await response.Content.CopyToAsync(content, cancellationToken);
        }
        catch (ClipyardException error) when (error.Failure == FailureCatalogue.VideoTooLarge)
        {
            throw new ClipyardException(
                FailureCatalogue.UnsupportedMedia,
                $"The picture has more than {MaxBytes} bytes.",
                error
            );
        }
        catch (ClipyardException error)
        {
            throw new ClipyardException(
                FailureCatalogue.NetworkError,
                $"TikTok's picture of the account could not be had: {error.Detail ?? error.Message}",
                error
            );
        }

        return Check(content.ToArray());
    }

    private static Avatar Check(byte[] bytes)
    {
        var inspector = new ImageInspector();
        inspector.Append(bytes);
        var report = inspector.Complete();
        return report.IsWhole && TypeOf(report.Kind) is { } type
            ? new Avatar(bytes, type, Convert.ToHexStringLower(SHA256.HashData(bytes)))
            : throw new ClipyardException(FailureCatalogue.UnsupportedMedia, "What TikTok sent is no whole picture.");
    }

    /// <summary>By its content, whatever TikTok calls it; null for what browsers do not show.</summary>
    private static string? TypeOf(ImageKind kind) =>
        kind switch
        {
            ImageKind.Jpeg => "image/jpeg",
            ImageKind.Png => "image/png",
            ImageKind.Webp => "image/webp",
            ImageKind.Gif => "image/gif",
            ImageKind.Avif => "image/avif",
            _ => null,
        };
}
