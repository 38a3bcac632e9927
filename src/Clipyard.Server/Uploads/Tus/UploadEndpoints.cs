using Clipyard.Failures;
using Clipyard.Server.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Uploads.Tus;

/// <summary>Sending files in pieces that survive whatever happens to the connection: TUS 1.0.0.</summary>
internal static class UploadEndpoints
{
    private const string All = "/api/uploads";
    private const string One = "/{upload_id:guid}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes
            .MapGroup(All)
            .WithTags("Publishing")
            .RequireAuthorization(Scopes.Draft)
            .AddEndpointFilter<TusFilter>();
        MapBeginning(group);
        MapGoingOn(group);
    }

    private static void MapBeginning(RouteGroupBuilder group)
    {
        group
            .MapMethods("", [HttpMethods.Options], Options)
            .WithName("GetUploadOptions")
            .WithSummary("Say what uploads can do")
            .WithDescription("Tus-Version, Tus-Extension and Tus-Max-Size, the largest file in bytes.");
        group
            .MapPost("", BeginAsync)
            .WithName("BeginUpload")
            .WithSummary("Begin to upload a video")
            .WithDescription(
                "TUS 1.0.0: creation, with the first bytes as the body if you like. Location is where the rest goes by "
                    + "PATCH, and where HEAD tells how much has arrived. An upload ends 24 hours after its last byte "
                    + "unless a post takes it."
            )
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .TakesBytes(isRequired: false)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status507InsufficientStorage);
    }

    private static void MapGoingOn(RouteGroupBuilder group)
    {
        var going = group
            .MapGroup(One)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
        going
            .MapMethods("", [HttpMethods.Head], HeadAsync)
            .WithName("GetUploadOffset")
            .WithSummary("Say how much of an upload has arrived")
            .WithDescription("Upload-Offset: the bytes that are on disk for good. Go on from there.");
        going
            .MapPatch("", AppendAsync)
            .WithName("AppendToUpload")
            .WithSummary("Send the next bytes of an upload")
            .WithDescription(
                "What arrives stays, also when the connection breaks. 409 when another offset is wanted or another "
                    + "request is sending. What cannot be a video is refused at its first bytes, and the upload ended."
            )
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .TakesBytes(isRequired: true)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status507InsufficientStorage);
        going
            .MapDelete("", EndAsync)
            .WithName("EndUpload")
            .WithSummary("End an upload: its bytes go")
            .WithDescription("Also one that is complete, as long as no post has taken it.");
    }

    private static NoContent Options(HttpResponse response, UploadRows rows)
    {
        response.Headers[TusProtocol.VersionHeader] = TusProtocol.Version;
        response.Headers[TusProtocol.ExtensionHeader] = TusProtocol.Extensions;
        response.Headers[TusProtocol.MaxSizeHeader] = TusProtocol.Text(rows.MaxBytes);
        return TypedResults.NoContent();
    }

    private static async Task<Created<UploadAnswer>> BeginAsync(
        [AsParameters] BeginHeaders given,
        HttpContext context,
        UploadRows rows,
        UploadWriter writer,
        IIdempotency idempotency,
        IPublicAddress address,
        CancellationToken cancellationToken
    )
    {
        TusProtocol.CheckVersion(context.Request);
        var brings = TusProtocol.HasBody(context.Request);
        if (brings)
        {
            TusProtocol.CheckContentType(context.Request);
        }

        Upload upload;
        if (idempotency.EarlierResourceId is { } earlier)
        {
            upload = await rows.GetAsync(Guid.Parse(earlier), cancellationToken);
        }
        else
        {
            var length = given.ReadLength();
            CheckRoom(context.Request, length);
            upload = await rows.BeginAsync(
                length,
                TusMetadata.Parse(given.Metadata),
                (db, id) => idempotency.Remember(db, id.ToString()),
                cancellationToken
            );
            if (brings)
            {
                upload = await writer.AppendAsync(upload.Id, 0, context.Request.Body, cancellationToken);
            }
        }

        TusProtocol.Tell(context.Response, upload);
        return TypedResults.Created(address.Absolute($"api/uploads/{upload.Id}"), UploadAnswer.Of(upload));
    }

    private static async Task<NoContent> HeadAsync(
        [FromRoute(Name = "upload_id")] Guid uploadId,
        [AsParameters] VersionHeader given,
        HttpContext context,
        UploadRows rows,
        CancellationToken cancellationToken
    )
    {
        var upload = await rows.GetAsync(uploadId, cancellationToken);
        TusProtocol.CheckVersion(context.Request);
        TusProtocol.Tell(context.Response, upload);
        context.Response.Headers[TusProtocol.LengthHeader] = TusProtocol.Text(upload.Length ?? upload.Offset);
        if (upload.Metadata is { } metadata)
        {
            context.Response.Headers[TusProtocol.MetadataHeader] = metadata;
        }

        return TypedResults.NoContent();
    }

    private static async Task<NoContent> AppendAsync(
        [FromRoute(Name = "upload_id")] Guid uploadId,
        [AsParameters] AppendHeaders given,
        HttpContext context,
        UploadRows rows,
        UploadWriter writer,
        CancellationToken cancellationToken
    )
    {
        var upload = await rows.GetAsync(uploadId, cancellationToken);
        TusProtocol.CheckVersion(context.Request);
        TusProtocol.CheckContentType(context.Request);
        var offset = TusProtocol.ReadBytes(TusProtocol.OffsetHeader, given.Offset);
        if (offset == upload.Offset)
        {
            CheckRoom(context.Request, (upload.Length ?? offset) - offset);
        }

        upload = await writer.AppendAsync(uploadId, offset, context.Request.Body, cancellationToken);
        TusProtocol.Tell(context.Response, upload);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> EndAsync(
        [FromRoute(Name = "upload_id")] Guid uploadId,
        [AsParameters] VersionHeader given,
        HttpContext context,
        UploadRows rows,
        CancellationToken cancellationToken
    )
    {
        await rows.GetAsync(uploadId, cancellationToken);
        TusProtocol.CheckVersion(context.Request);
        await rows.EndAsync(uploadId);
        return TypedResults.NoContent();
    }

    // Said before the body is read, when it can be.
    private static void CheckRoom(HttpRequest request, long left)
    {
        if (request.ContentLength > left)
        {
            throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"The body has {request.ContentLength} bytes, but {TusProtocol.LengthHeader} leaves {left}."
            );
        }
    }
}
