using System.Globalization;
using Clipyard.Failures;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Uploads.Tus;

/// <summary>The words of the TUS protocol 1.0.0.</summary>
internal static class TusProtocol
{
    public const string Version = "1.0.0";
    public const string Extensions = "creation,creation-with-upload,expiration,termination";
    public const string ContentType = "application/offset+octet-stream";

    public const string ResumableHeader = "Tus-Resumable";
    public const string VersionHeader = "Tus-Version";
    public const string ExtensionHeader = "Tus-Extension";
    public const string MaxSizeHeader = "Tus-Max-Size";
    public const string LengthHeader = "Upload-Length";
    public const string DeferLengthHeader = "Upload-Defer-Length";
    public const string OffsetHeader = "Upload-Offset";
    public const string MetadataHeader = "Upload-Metadata";
    public const string ExpiresHeader = "Upload-Expires";

    /// <exception cref="TusException">412: the sender speaks another version.</exception>
    public static void CheckVersion(HttpRequest request)
    {
        if (request.Headers[ResumableHeader] != Version)
        {
            throw new TusException(
                StatusCodes.Status412PreconditionFailed,
                $"The header {ResumableHeader} must be {Version}."
            );
        }
    }

    /// <exception cref="TusException">415: the body is of another kind.</exception>
    public static void CheckContentType(HttpRequest request)
    {
        if (!string.Equals(request.ContentType, ContentType, StringComparison.OrdinalIgnoreCase))
        {
            throw new TusException(
                StatusCodes.Status415UnsupportedMediaType,
                $"The body's Content-Type must be {ContentType}."
            );
        }
    }

    /// <summary>Whether a request brings bytes.</summary>
    public static bool HasBody(HttpRequest request) =>
        request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0;

    /// <summary>Reads a header that is a number of bytes.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, naming it.</exception>
    public static long ReadBytes(string name, string? value) =>
        value is { Length: > 0 } && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? bytes
            : throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"The header {name} must be a whole number of bytes."
            );

    /// <summary>Says how far an upload is and when it ends.</summary>
    public static void Tell(HttpResponse response, Upload upload)
    {
        response.Headers[OffsetHeader] = Text(upload.Offset);
        response.Headers[ExpiresHeader] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
    }

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
