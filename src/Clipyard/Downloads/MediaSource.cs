using System.Net;
using System.Net.Http.Headers;
using Clipyard.Failures;

namespace Clipyard.Downloads;

/// <summary>One mirror of a file, and what it has said about the file so far.</summary>
internal sealed class MediaSource(Uri uri, TransferRequest request)
{
    private static readonly string[] ProvenanceHeaders =
    [
        "content-type",
        "content-length",
        "etag",
        "last-modified",
        "date",
        "server",
    ];

    private long? _transportBytes;

    public Uri Uri { get; } = uri;

    public TransferRequest Request { get; } = request;

    /// <summary>Identifies the version across requests; only a strong one does.</summary>
    public EntityTagHeaderValue? EntityTag { get; private set; }

    /// <summary>The whole file's length: as the transport says, else as the page announced. Null when neither does.</summary>
    public long? TotalBytes => _transportBytes ?? Request.AnnouncedBytes;

    /// <summary>The headers of the last answer that matter for the file's provenance.</summary>
    public IReadOnlyDictionary<string, string> ResponseHeaders { get; private set; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Takes note of an answer's headers.</summary>
    /// <param name="response">A 200 or 206.</param>
    /// <param name="from">Where the request asked it to begin.</param>
    /// <returns>Whether the body begins there; otherwise it begins at 0.</returns>
    public bool Accept(HttpResponseMessage response, long from)
    {
        _transportBytes = LengthOf(response);
        EntityTag = response.Headers.ETag is { IsWeak: false } tag ? tag : null;
        ResponseHeaders = HeadersOf(response);

        if (response.StatusCode == HttpStatusCode.OK)
        {
            return from == 0;
        }

        return response.Content.Headers.ContentRange?.From == from
            ? true
            : throw new ClipyardException(
                FailureCatalogue.MediaCorrupt,
                $"{Uri.Host} sent another range than asked for."
            );
    }

    /// <summary>Whether an answer is about a file of another length than the earlier answers.</summary>
    public bool IsOtherVersion(HttpResponseMessage response) =>
        _transportBytes is { } known && LengthOf(response) is { } now && known != now;

    /// <summary>Compares the length that the transport states with the one that the page announced.</summary>
    public void EnsureAnnounced()
    {
        if (_transportBytes is { } stated && Request.AnnouncedBytes is { } announced && stated != announced)
        {
            throw new ClipyardException(
                FailureCatalogue.MediaCorrupt,
                $"{Uri.Host} has a file of {stated} bytes; the page announced {announced}."
            );
        }
    }

    /// <summary>Ends a body that goes on beyond its announced length, or beyond any file that there is.</summary>
    public void EnsureNotLonger(long bytes)
    {
        if (bytes > (TotalBytes ?? LongestUnannounced))
        {
            throw new ClipyardException(
                FailureCatalogue.MediaCorrupt,
                $"{Uri.Host} sends more than the {TotalBytes ?? LongestUnannounced} bytes there should be."
            );
        }
    }

    /// <summary>Compares what came with what was announced.</summary>
    public void EnsureLength(long bytes)
    {
        if (TotalBytes is not { } total || total == bytes)
        {
            return;
        }

        var detail = $"{Uri.Host} sent {bytes} of {total} bytes.";
        throw bytes < total
            ? new ConnectionException(FailureCatalogue.MediaIncomplete, detail)
            : new ClipyardException(FailureCatalogue.MediaCorrupt, detail);
    }

    /// <summary>TikTok takes no video over 4 GiB; its pictures, sounds and subtitles are far below 64 MiB.</summary>
    private long LongestUnannounced =>
        Request.AnnouncedBytes is null && Request.Part.Kind != MediaPartKind.Video ? 64L << 20 : 4L << 30;

    private Dictionary<string, string> HeadersOf(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["host"] = Uri.Host };
        foreach (var name in ProvenanceHeaders)
        {
            if (
                response.Headers.NonValidated.TryGetValues(name, out var values)
                || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            )
            {
                headers[name] = values.ToString();
            }
        }

        return headers;
    }

    private static long? LengthOf(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.PartialContent
            ? response.Content.Headers.ContentRange?.Length
            : response.Content.Headers.ContentLength;
}
