using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Clipyard.Server.Identity;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Changing;
using Clipyard.Server.Publishing.Requests.Listing;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Requests.Links;

/// <summary>Makes links, and finds what one is good for before anybody is known.</summary>
internal sealed class ApprovalLinks(
    ClipyardDb db,
    IPublicAddress address,
    IAuditLog audit,
    CreationStamps stamps,
    TimeProvider time
)
{
    private const int HoursUnlessSaid = 72;
    private const int MostHours = 168;

    /// <summary>Makes one for the version that waits now. The post's older links work no more.</summary>
    /// <exception cref="ClipyardException">
    /// <c>not_found</c>; <c>invalid_parameter</c>; <c>conflict</c>: the post does not wait for anybody, or this was asked for
    /// before.
    /// </exception>
    public async Task<ApprovalLinkAnswer> MakeAsync(
        Guid postId,
        int? hours,
        string maker,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        if (idempotency.EarlierResourceId is not null)
        {
            throw new ClipyardException(
                FailureCatalogue.Conflict,
                "A link was made for this Idempotency-Key already; its address is kept nowhere."
            )
            {
                Remedies = ["Ask with another key for a new link; the older ones of the post work no more then."],
            };
        }

        var lifetime = hours ?? HoursUnlessSaid;
        if (lifetime is < 1 or > MostHours)
        {
            throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"'expires_in_hours' must be 1 to {MostHours}; it is {lifetime}."
            );
        }

        var post =
            await db.Posts.AsNoTracking().SingleOrDefaultAsync(post => post.Id == postId, cancellationToken)
            ?? throw PostListing.Missing(postId);
        PostApproval.ThrowIfNotWaiting(post);
        var token = LinkToken.New();
        var now = time.GetUtcNow();
        var link = new ApprovalLink
        {
            Id = stamps.Next().Id,
            OwnerId = post.OwnerId,
            PostId = post.Id,
            Version = post.Version ?? throw new InvalidOperationException("What waits for a person has a version."),
            TokenHash = LinkToken.HashOf(token),
            MadeBy = maker,
            ExpiresAt = now + TimeSpan.FromHours(lifetime),
        };
        db.Add(link);
        idempotency.Remember(db, link.Id.ToString());
        audit.Add(
            db,
            PostAudit.LinkMade,
            post.Id.ToString(),
            new
            {
                link.Id,
                link.Version,
                link.ExpiresAt,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        var url = address.Absolute(PathSecret.ApprovalLinks + token);
        return new ApprovalLinkAnswer(url, link.ExpiresAt, post.Id, link.Version);
    }

    /// <summary>The link of a token, if it still works. From here the scope works for its owner.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>; <c>link_expired</c>: used, replaced or too old.</exception>
    public async Task<ApprovalLink> OpenAsync(string token, CancellationToken cancellationToken)
    {
        var hash = LinkToken.HashOf(token);
        var found =
            await (
                from link in Everyones().AsNoTracking()
                join person in db.Users on link.OwnerId equals person.Id
                where link.TokenHash == hash
                select new FoundLink { Link = link, StorePrefix = person.StorePrefix }
            ).SingleOrDefaultAsync(cancellationToken)
            ?? throw new ClipyardException(FailureCatalogue.NotFound, "There is no such link.")
            {
                Remedies = ["Copy the whole address, or ask whoever sent it for a new one."],
            };
        db.Scope.Enter(new Owner(found.Link.OwnerId, found.StorePrefix));
        await ThrowIfEndedAsync(found.Link, cancellationToken);
        return found.Link;
    }

    /// <summary>Refuses a link whose post is not what it was made for any more.</summary>
    /// <exception cref="ClipyardException"><c>conflict</c>.</exception>
    public static void ThrowIfOvertaken(ApprovalLink link, Post post)
    {
        if (post.State != PostState.AwaitingApproval)
        {
            throw new ClipyardException(
                FailureCatalogue.Conflict,
                $"The post does not wait for an approval any more: it is {WordReader.NameOf(post.State)}."
            )
            {
                Remedies = ["There is nothing left to decide."],
            };
        }

        if (post.Version != link.Version)
        {
            throw new ClipyardException(
                FailureCatalogue.Conflict,
                "The post has been changed since this link was made. Nothing was decided."
            )
            {
                Remedies = ["Ask whoever sent it for a new link, and look at the post as it is now."],
            };
        }
    }

    /// <summary>Uses the link up, to be saved with the decision: of two at once one is saved, the other asks again here.</summary>
    /// <exception cref="ClipyardException"><c>link_expired</c>, <c>conflict</c>.</exception>
    public async Task SpendAsync(Guid linkId, Post post, CancellationToken cancellationToken)
    {
        var link = await db.Set<ApprovalLink>().SingleAsync(link => link.Id == linkId, cancellationToken);
        await ThrowIfEndedAsync(link, cancellationToken);
        ThrowIfOvertaken(link, post);
        link.UsedAt = time.GetUtcNow();
        audit.Add(db, PostAudit.LinkUsed, post.Id.ToString(), new { link.Id, link.MadeBy });
    }

    private async Task ThrowIfEndedAsync(ApprovalLink link, CancellationToken cancellationToken)
    {
        if (link.UsedAt is not null)
        {
            throw Ended("This link was used already; it works once.");
        }

        if (link.ExpiresAt <= time.GetUtcNow())
        {
            throw Ended("This link has expired.");
        }

        if (!await IsMakerAllowedAsync(link.MadeBy, cancellationToken))
        {
            throw Ended("The key that made this link works no more.");
        }

        if (await db.Set<ApprovalLink>().AnyAsync(Newer(link), cancellationToken))
        {
            throw Ended("This link was replaced by a newer one.");
        }
    }

    // What a key made ends with the key: whoever takes a leaked one back takes its links back, too.
    private async Task<bool> IsMakerAllowedAsync(string maker, CancellationToken cancellationToken) =>
        !CallerIdentity.IsKey(maker, out var keyId)
        || await db.ApiKeys.AnyAsync(key => key.Id == keyId && key.RevokedAt == null, cancellationToken);

    private static System.Linq.Expressions.Expression<Func<ApprovalLink, bool>> Newer(ApprovalLink link) =>
        other => other.PostId == link.PostId && other.Id.CompareTo(link.Id) > 0;

    private IQueryable<ApprovalLink> Everyones() => db.Set<ApprovalLink>().IgnoreQueryFilters(QueryFilters.OwnerOnly);

    private static ClipyardException Ended(string detail) => new(FailureCatalogue.LinkExpired, detail);
}
