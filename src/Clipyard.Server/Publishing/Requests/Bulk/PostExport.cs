using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Clipyard.Server.Api;
using Clipyard.Server.Publishing.Requests.Answers;
using Clipyard.Server.Publishing.Requests.Listing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>Writes posts out, page by page: a million take no more memory than a few hundred.</summary>
internal sealed class PostExport(PostListing listing, IOptions<JsonOptions> json, TimeProvider time)
{
    /// <summary>So many posts are in memory at once.</summary>
    public const int PageRows = 250;

    private const string ByteOrderMark = "\ufeff"; // without it Excel takes UTF-8 for something else

    /// <param name="filter">Which posts.</param>
    /// <param name="format">CSV or JSON.</param>
    /// <param name="isRaw">Whether cells stay as they are, without a byte-order mark.</param>
    /// <param name="response">Where they are written.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Failures.ClipyardException"><c>invalid_parameter</c>, naming it; nothing was written then.</exception>
    public Task WriteAsync(
        PostFilter filter,
        ExportFormat format,
        bool isRaw,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var pages = listing.PagesAsync(filter, PageRows, cancellationToken);
        SetHeaders(response, format);
        return format == ExportFormat.Csv
            ? WriteCsvAsync(response, pages, isRaw, cancellationToken)
            : WriteJsonAsync(response, pages, cancellationToken);
    }

    private void SetHeaders(HttpResponse response, ExportFormat format)
    {
        var extension = WordReader.NameOf(format);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(
            string.Create(CultureInfo.InvariantCulture, $"posts-{time.GetUtcNow():yyyyMMdd-HHmmss}.{extension}")
        );
        response.ContentType =
            format == ExportFormat.Csv ? "text/csv; charset=utf-8" : "application/json; charset=utf-8";
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "no-store";
    }

    private static async Task WriteCsvAsync(
        HttpResponse response,
        IAsyncEnumerable<IReadOnlyList<ListedPost>> pages,
        bool raw,
        CancellationToken cancellationToken
    )
    {
        await response.WriteAsync((raw ? "" : ByteOrderMark) + ExportRows.Header(), cancellationToken);
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            await response.WriteAsync(ExportRows.Of(page, raw), cancellationToken);
        }
    }

    private Task WriteJsonAsync(
        HttpResponse response,
        IAsyncEnumerable<IReadOnlyList<ListedPost>> pages,
        CancellationToken cancellationToken
    ) =>
        JsonSerializer.SerializeAsync(
            response.Body,
            AnswersAsync(pages, cancellationToken),
            json.Value.SerializerOptions,
            cancellationToken
        );

    private static async IAsyncEnumerable<PostAnswer> AnswersAsync(
        IAsyncEnumerable<IReadOnlyList<ListedPost>> pages,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            foreach (var one in page)
            {
                yield return one.Answer;
            }
        }
    }
}
