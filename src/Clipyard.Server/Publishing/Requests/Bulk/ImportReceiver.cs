using Clipyard.Failures;
using Clipyard.Server.Api.Problems;
using Clipyard.Server.Publishing.Requests.Uploading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>Takes a table out of a request: its body, or the file of a form.</summary>
internal sealed class ImportReceiver(ServerPaths paths)
{
    private const string FilePart = "file";
    private const string Form = "multipart/form-data";

    // What stands around the file: boundaries and headers. Behind it comes nothing that is read.
    private const long FrameBytes = 1024 * 1024;

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: no table, or one that is too large.</exception>
    public async Task<ImportFile> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        LiftLimit(request);
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed.MediaType : default;
        if (type.Equals(Form, StringComparison.OrdinalIgnoreCase))
        {
            return await FromFormAsync(request, cancellationToken);
        }

        return await ImportFile.ReceiveAsync(request.Body, paths, cancellationToken);
    }

    private static void LiftLimit(HttpRequest request)
    {
        if (request.ContentLength > ImportFile.MaxBytes + FrameBytes)
        {
            throw ImportFile.TooLarge();
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = ImportFile.MaxBytes + FrameBytes;
        }
    }

    private async Task<ImportFile> FromFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(FormParts.BoundaryOf(request), request.Body);
        while (await FormParts.NextAsync(reader, cancellationToken) is { } part)
        {
            var name = HeaderUtilities.RemoveQuotes(FormParts.DispositionOf(part).Name).ToString();
            if (name != FilePart)
            {
                throw Invalid($"The form has a part '{Shown.Short(name)}'; only '{FilePart}' is read.");
            }

            await using var body = new PartStream(part.Body);
            return await ImportFile.ReceiveAsync(body, paths, cancellationToken);
        }

        throw Invalid($"The form has no part '{FilePart}'.");
    }

    private static ClipyardException Invalid(string detail) => new(FailureCatalogue.InvalidParameter, detail);
}
