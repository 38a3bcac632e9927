using Clipyard.Failures;
using Clipyard.Server.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

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
        MediaResponse media,
        ClipyardDb db,
        CancellationToken cancellationToken
    )
    {
        if (key is null || !ObjectKey.IsValid(key))
        {
            throw new ClipyardException(FailureCatalogue.NotFound, "No file can have this address.");
        }

        var cacheControl = gate.Open(key, expires, signature);
        // Nobody is signed in here: the signature says which object, the row only what it is.
        var row = await db
            .ClipFiles.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(f => f.Object == key)
            .Select(f => new { f.ContentType, f.Sha256 })
            .SingleOrDefaultAsync(cancellationToken);

        return media.Find(response, new ServedFile(key, row?.ContentType, row?.Sha256), cacheControl)
            ?? throw new ClipyardException(FailureCatalogue.NotFound, "The file is not in the archive (any more).");
    }
}
