using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Pausing;

/// <summary>Looking at publishing as a whole, stopping it and letting it go on.</summary>
internal static class PauseEndpoints
{
    private const int MaxListed = 1_000;
    private const int MaxReasonLength = 500;

    private static readonly PostState[] AtRest = [.. Enum.GetValues<PostState>().Where(PostStates.IsDelivered)];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/publishing").WithTags("Publishing").RequireAuthorization(Scopes.Admin);
        group
            .MapGet("", GetAsync)
            .WithName("GetPublishing")
            .WithSummary("Show whether posts go out, and which have not come to rest")
            .WithDescription(
                "Of all owners, without captions. After a restore, a clone or a move to another machine publishing is "
                    + "paused, and webhooks and callbacks wait, too: what went out meanwhile is not known here, so a person "
                    + "looks first."
            );
        group
            .MapPost("/pause", PauseAsync)
            .WithName("PausePublishing")
            .WithSummary("Pause publishing")
            .WithDescription(
                "Nothing new goes out and no upload goes on; what TikTok has is still asked for. Webhooks and callbacks go "
                    + "on, unless holds_messages is true."
            );
        group
            .MapPost("/resume", ResumeAsync)
            .WithName("ResumePublishing")
            .WithSummary("Let posts go out again")
            .WithDescription(
                "Look at GET /api/publishing first, and cancel what went out already. Messages that waited go out, too."
            );
    }

    private static async Task<Ok<PublishingAnswer>> GetAsync(ClipyardDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ReadAsync(db, cancellationToken));

    private static async Task<Ok<PublishingAnswer>> PauseAsync(
        PauseRequest? request,
        ClipyardDb db,
        PublishingPause pause,
        IAuditLog audit,
        CancellationToken cancellationToken
    )
    {
        var reason = string.IsNullOrWhiteSpace(request?.Reason) ? "Somebody paused it." : request.Reason;
        if (reason.Length > MaxReasonLength)
        {
            throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"reason has {reason.Length} characters; {MaxReasonLength} are possible."
            )
            {
                Parameter = "reason",
            };
        }

        await pause.PauseAsync(reason, request?.HoldsMessages == true, cancellationToken);
        audit.Add(db, "publishing.paused", "publishing", new { reason });
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await ReadAsync(db, cancellationToken));
    }

    private static async Task<Ok<PublishingAnswer>> ResumeAsync(
        ClipyardDb db,
        PublishingPause pause,
        PostLaneSweep lanes,
        IAuditLog audit,
        CancellationToken cancellationToken
    )
    {
        audit.Add(db, "publishing.resumed", "publishing");
        await db.SaveChangesAsync(cancellationToken);
        await pause.ResumeAsync(cancellationToken);
        await lanes.SweepAsync(cancellationToken);
        return TypedResults.Ok(await ReadAsync(db, cancellationToken));
    }

    private static async Task<PublishingAnswer> ReadAsync(ClipyardDb db, CancellationToken cancellationToken)
    {
        var installation = await db.Installations.AsNoTracking().SingleAsync(cancellationToken);
        var open = db.Posts.IgnoreQueryFilters(QueryFilters.OwnerOnly).Where(post => !AtRest.Contains(post.State));
        var listed = await open.OrderBy(post => post.CreatedAt)
            .ThenBy(post => post.Id)
            .Take(MaxListed)
            .Select(post => new OpenPostAnswer(
                post.Id,
                db.Users.Where(person => person.Id == post.OwnerId).Select(person => person.UserName).SingleOrDefault(),
                post.State,
                post.Mode,
                post.Username,
                post.PublishId,
                post.ScheduledFor,
                post.CreatedAt
            ))
            .ToListAsync(cancellationToken);
        return new PublishingAnswer(
            installation.PauseReason is not null,
            installation.PauseReason,
            installation.PausedAt,
            installation.HoldsMessages,
            await open.CountAsync(cancellationToken),
            listed
        );
    }
}
