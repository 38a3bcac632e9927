using Clipyard.Failures;
using Clipyard.Server.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Clipyard.Server.Storage;

/// <summary>Gives kept files out.</summary>
internal static class MediaEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapMedia(this IEndpointRouteBuilder routes) =>
        routes
            .MapMethods("/media/{**key}", Methods, GetAsync)
            .AllowAnonymous()
            .DisableRateLimiting() // a player asks for many small ranges; the address is the proof
            .WithTags("Archive")
            .WithName("GetMedia")
            .WithSummary("A kept file")
            .WithDescription(
                "Take the address as it stands in `local_path`: it carries its own proof and works without a key until it "
                    + "expires. With `Storage:Public` addresses are plain and permanent. Ranges and conditional requests "
                    + "are answered; the entity tag is the file's SHA-256."
            )
            .Produces(StatusCodes.Status200OK, contentType: MediaTypes.Unknown)
            .Produces(StatusCodes.Status206PartialContent, contentType: MediaTypes.Unknown)
            .Produces(StatusCodes.Status304NotModified)
            .Produces(StatusCodes.Status416RangeNotSatisfiable)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<PhysicalFileHttpResult> GetAsync(
        string? key,
        string? expires,
        string? signature,
        HttpResponse response,
        MediaGate gate,
        DiskMediaStore store,
        ClipyardDb db,
        CancellationToken cancellationToken
    )
    {
        if (key is null || !ObjectKey.IsValid(key))
        {
            throw new ClipyardException(FailureCatalogue.NotFound, "No file can have this address.");
        }

        var cacheControl = gate.Open(key, expires, signature);
        var file = new FileInfo(store.PathOf(key));
        if (!file.Exists)
        {
            throw new ClipyardException(FailureCatalogue.NotFound, "The file is not in the archive (any more).");
        }

        // Nobody is signed in here: the signature says which object, the row only what it is.
        var row = await db
            .ClipFiles.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(f => f.Object == key)
            .Select(f => new { f.ContentType, f.Sha256 })
            .SingleOrDefaultAsync(cancellationToken);

        SetHeaders(response, key, cacheControl);
        return TypedResults.PhysicalFile(
            file.FullName,
            row?.ContentType ?? MediaTypes.Of(key),
            fileDownloadName: null,
            lastModified: DiskListing.LastWrite(file),
            entityTag: row is null ? TagOf(file) : new EntityTagHeaderValue($"\"{row.Sha256}\""),
            enableRangeProcessing: true
        );
    }

    private static void SetHeaders(HttpResponse response, string key, string cacheControl)
    {
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(ObjectKey.NameOf(key));
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
