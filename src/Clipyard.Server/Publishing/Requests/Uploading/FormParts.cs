using Clipyard.Failures;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Clipyard.Server.Publishing.Requests.Uploading;

/// <summary>The parts of a form, one after the other as they arrive.</summary>
internal static class FormParts
{
    private const int LongestBoundary = 200;

    public static string BoundaryOf(HttpRequest request)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).ToString()
            : "";
        return boundary.Length is > 0 and <= LongestBoundary
            ? boundary
            : throw Invalid("The content type must be multipart/form-data with a boundary.");
    }

    public static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            throw PartStream.Explain(fault);
        }
    }

    public static ContentDispositionHeaderValue DispositionOf(MultipartSection part) =>
        ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)
        && disposition.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(disposition.Name).Length > 0
            ? disposition
            : throw Invalid("A part of the form has no name.");

    private static ClipyardException Invalid(string detail) => new(FailureCatalogue.InvalidParameter, detail);
}
