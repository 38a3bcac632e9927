using System.ComponentModel;
using System.Security.Cryptography;
using Clipyard.Server.Api;
using Clipyard.Server.Identity;
using Clipyard.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Clipyard.Server.Automation.Feeds;

/// <summary>Feeds, for whoever has the address. The token in it is its proof.</summary>
internal static class RssEndpoints
{
    public const string ContentType = "application/rss+xml";

    private const int ItemsUnlessAsked = 100;
    private const int MostItems = 500;

    // Programs ask again and again; the entity tag makes that cheap, and a new address must count at once.
    private const string CacheControl = "private, no-cache";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes
            .MapGroup("/rss/{token}")
            .AllowAnonymous()
            .WithTags("Automation")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group
            .MapMethods("", Methods, ReadAsync)
            .WithName("ReadFeed")
            .WithSummary("A student's kept posts as a feed")
            .WithDescription(
                "RSS 2.0 with enclosures, newest first. The address is made by PUT .../feed and needs no key. limit is 1 to "
                    + "500, 100 unless given."
            )
            .Produces(StatusCodes.Status200OK, contentType: ContentType)
            .Produces(StatusCodes.Status304NotModified);
        group
            .MapMethods("/{name}", Methods, FileAsync)
            .WithName("ReadFeedFile")
            .WithSummary("A file of a feed")
            .WithDescription("As it stands in the feed; it works as long as the feed's address does.")
            .Produces(StatusCodes.Status200OK, contentType: MediaTypes.Unknown)
            .Produces(StatusCodes.Status206PartialContent, contentType: MediaTypes.Unknown)
            .Produces(StatusCodes.Status304NotModified)
            .Produces(StatusCodes.Status416RangeNotSatisfiable);
    }

    private static async Task<FileContentHttpResult> ReadAsync(
        string token,
        HttpContext context,
        FeedReader reader,
        IPublicAddress address,
        CancellationToken cancellationToken,
        [Description("How many posts, 1 to 500.")] string? limit = null
    )
    {
        var wanted = QueryValue.WholeNumber("limit", limit, ItemsUnlessAsked, from: 1, MostItems);
        var feed = await reader.OpenAsync(PathSecret.Of(context, token), cancellationToken);
        var clips = await reader.ClipsAsync(feed, wanted, cancellationToken);
        var changedAt = await reader.ChangedAtAsync(feed, cancellationToken);
        var document = new FeedDocument(feed, address.Absolute($"rss/{PathSecret.Of(context, token)}")).Write(
            clips,
            changedAt
        );
        context.Response.Headers.CacheControl = CacheControl;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Bytes(
            document,
            $"{ContentType}; charset=utf-8",
            lastModified: changedAt,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(document))}\"")
        );
    }

    private static async Task<PhysicalFileHttpResult> FileAsync(
        string token,
        string name,
        HttpContext context,
        FeedReader reader,
        MediaResponse media,
        CancellationToken cancellationToken
    )
    {
        var feed = await reader.OpenAsync(PathSecret.Of(context, token), cancellationToken);
        var file = await reader.FileAsync(feed, name, cancellationToken);
        var served = new ServedFile(file.Object, file.ContentType, file.Sha256, name);
        return media.Find(context.Response, served, CacheControl) ?? throw FeedReader.Missing();
    }
}
