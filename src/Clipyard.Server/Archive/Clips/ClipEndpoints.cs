using Clipyard.Server.Api;
using Clipyard.Server.Archive.Provenance.Verifying;
using Clipyard.Server.Archive.Students;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Archive.Clips;

/// <summary>All clips of an owner, whoever's they are among the students.</summary>
internal static class ClipEndpoints
{
    private const string OneClip = "/clips/{video_id}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1").WithTags("Archive").ProducesArchiveProblems();
        group
            .MapGet("/clips", ListAsync)
            .RequireAuthorization(Scopes.Read)
            .WithName("ListClips")
            .WithSummary("List and search everything that is kept")
            .WithDescription(
                "What was kept last comes first unless sort and order say otherwise; a clip without a duration counts as 0 "
                    + "there. limit is 1 to 1,000, 50 unless given. Pass the same parameters with each cursor. q and kind, "
                    + "and from and to about another time than the list is sorted by, are looked for among "
                    + $"{ClipListing.ReadForOnePage:N0} clips a page: a page may hold fewer clips than limit, even none, and "
                    + "next_cursor still leads on. total is all of them when total_is_exact; else there are at least so many."
            );
        group
            .MapGet(OneClip, GetAsync)
            .RequireAuthorization(Scopes.Read)
            .WithName("GetClip")
            .WithSummary("Show a kept post with its files and its proof")
            .WithDescription(
                "record is what was written into the archive's chain when it was kept; null when it is not there any more. "
                    + "Nothing is read again: POST .../verify does that."
            );
        group
            .MapPost(OneClip + "/verify", VerifyAsync)
            .RequireAuthorization(Scopes.Archive)
            .WithName("VerifyClip")
            .WithSummary("Read one kept post again and name what is not as it was kept")
            .WithDescription(
                "Its files, its .info.json, its row, and its record's seal and place in the chain, in the words of the "
                    + "verification of the whole archive. Answers when all is read. A chain that was cut off at its end is "
                    + "found by the verification of the whole archive only."
            );
        group
            .MapDelete(OneClip, RemoveAsync)
            .RequireAuthorization(Scopes.Archive)
            .WithName("RemoveClip")
            .WithSummary("Erase one kept post, whoever's it is")
            .WithDescription(
                "Its files and its row go; in the chain a tombstone stays, so that what comes after it can still be proven."
            );
    }

    private static async Task<Ok<ClipListAnswer>> ListAsync(
        [AsParameters] ClipQuery query,
        ClipListing listing,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await listing.ListAsync(query, cancellationToken));

    private static async Task<Ok<ClipDetailAnswer>> GetAsync(
        [FromRoute(Name = "video_id")] string videoId,
        ClipDetails details,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await details.GetAsync(videoId, cancellationToken));

    private static async Task<Ok<VerifyReport>> VerifyAsync(
        [FromRoute(Name = "video_id")] string videoId,
        ClipVerification verification,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await verification.RunAsync(videoId, cancellationToken));

    private static async Task<Ok<ClipRemovalAnswer>> RemoveAsync(
        [FromRoute(Name = "video_id")] string videoId,
        ArchiveRemoval removal,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await removal.RemoveClipAsync(videoId, cancellationToken));
}
