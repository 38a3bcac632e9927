using System.Text;
using Clipyard.Failures;
using Clipyard.Server.Api.Problems;
using Clipyard.Server.Publishing.Requests.Accepting;
using Clipyard.Server.Uploads;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Clipyard.Server.Publishing.Requests.Uploading;

/// <summary>Reads a form as it arrives: the file goes straight to the store, the other parts may stand before or after it.</summary>
internal sealed class UploadReader(
    IUploads uploads,
    RefusedFiles files,
    PostAccounts accounts,
    IOptions<PublishingOptions> options
)
{
    private const string FilePart = "video";
    private const int LongestFieldBytes = 64 * 1024;

    // What stands around the file: boundaries, headers, texts.
    private const long FrameBytes = 8 * 1024 * 1024;

    /// <exception cref="ClipyardException">
    /// <c>invalid_parameter</c>, <c>video_too_large</c>; <c>not_connected</c> and the like, before the file; whatever is wrong
    /// with the file.
    /// </exception>
    public async Task<ReceivedForm> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var boundary = FormParts.BoundaryOf(request);
        LiftLimit(request);
        var reader = new MultipartReader(boundary, request.Body);
        var fields = new UploadFields();
        Guid? file = null;
        try
        {
            while (await FormParts.NextAsync(reader, cancellationToken) is { } part)
            {
                var disposition = FormParts.DispositionOf(part);
                var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
                if (name == FilePart)
                {
                    ThrowIfSecond(file);
                    file = await ReceiveAsync(part, disposition, fields, cancellationToken);
                }
                else
                {
                    fields.Add(name, await TextAsync(part, name, disposition, cancellationToken));
                }
            }

            return file is { } uploadId
                ? new ReceivedForm(uploadId, fields)
                : throw Invalid($"The form has no part '{FilePart}' with the file.");
        }
        catch when (file is not null)
        {
            await files.ForgetAsync(file.Value);
            throw;
        }
    }

    private async Task<Guid> ReceiveAsync(
        MultipartSection part,
        ContentDispositionHeaderValue disposition,
        UploadFields fields,
        CancellationToken cancellationToken
    )
    {
        // Nobody waits for four gigabytes to hear that there is no account.
        await accounts.EnsureUsableAsync(fields.AccountId, cancellationToken);

        var given = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        var fileName = HeaderUtilities.RemoveQuotes(given).ToString();
        await using var body = new PartStream(part.Body);
        var upload = await uploads.ReceiveAsync(body, fileName.Length > 0 ? fileName : null, cancellationToken);
        return upload.Id;
    }

    private void LiftLimit(HttpRequest request)
    {
        if (request.ContentLength > options.Value.MaxVideoBytes + FrameBytes)
        {
            throw new ClipyardException(
                FailureCatalogue.VideoTooLarge,
                $"The request has {request.ContentLength:N0} bytes; a video may have {options.Value.MaxVideoBytes:N0}."
            );
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.Value.MaxVideoBytes + FrameBytes;
        }
    }

    private static async Task<string> TextAsync(
        MultipartSection part,
        string name,
        ContentDispositionHeaderValue disposition,
        CancellationToken cancellationToken
    )
    {
        if (disposition.IsFileDisposition())
        {
            throw Invalid($"The part '{Shown.Short(name)}' is a file; only '{FilePart}' may be one.");
        }

        var bytes = new byte[LongestFieldBytes + 1];
        await using var body = new PartStream(part.Body);
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= LongestFieldBytes
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw Invalid($"The part '{Shown.Short(name)}' is longer than {LongestFieldBytes:N0} bytes.");
    }

    private static void ThrowIfSecond(Guid? file)
    {
        if (file is not null)
        {
            throw Invalid($"The part '{FilePart}' came twice.");
        }
    }

    private static ClipyardException Invalid(string detail) => new(FailureCatalogue.InvalidParameter, detail);
}
