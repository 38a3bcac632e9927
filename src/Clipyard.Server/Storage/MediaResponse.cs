using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Clipyard.Server.Storage;

/// <summary>The one way in which kept files are given out: ranges, conditional requests, and nothing in them may run.</summary>
internal sealed class MediaResponse(DiskMediaStore store)
{
    /// <summary>The answer with a file; null when there is none.</summary>
    /// <param name="response">Gets the headers.</param>
    /// <param name="file">Which file.</param>
    /// <param name="cacheControl">How long the answer may be kept.</param>
    public PhysicalFileHttpResult? Find(HttpResponse response, ServedFile file, string cacheControl)
    {
        var found = new FileInfo(store.PathOf(file.Key));
        if (!found.Exists)
        {
            return null;
        }

        SetHeaders(response, file.Name ?? ObjectKey.NameOf(file.Key), cacheControl);
        return TypedResults.PhysicalFile(
            found.FullName,
            file.ContentType ?? MediaTypes.Of(file.Key),
            fileDownloadName: null,
            lastModified: DiskListing.LastWrite(found),
            entityTag: file.Sha256 is null ? TagOf(found) : new EntityTagHeaderValue($"\"{file.Sha256}\""),
            enableRangeProcessing: true
        );
    }

    private static void SetHeaders(HttpResponse response, string name, string cacheControl)
    {
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(name);
        var headers = response.Headers;
        headers.CacheControl = cacheControl;
        headers.ContentDisposition = disposition.ToString();
        // Nothing in a file may run. Its own origin it keeps: without it Chromium shows a clip's player but plays nothing.
        headers.ContentSecurityPolicy = "sandbox allow-same-origin";
        headers.XContentTypeOptions = "nosniff";
    }

    private static EntityTagHeaderValue TagOf(FileInfo file) =>
        new($"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\"", isWeak: true);
}
