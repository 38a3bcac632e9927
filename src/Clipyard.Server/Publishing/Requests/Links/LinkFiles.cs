using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Pulling;
using Clipyard.Server.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Requests.Links;

/// <summary>Shows the files of a post to whoever has its link.</summary>
internal sealed class LinkFiles(ClipyardDb db, ApprovalLinks links, IMediaStore store)
{
    /// <summary>Sends a file, or the part that is asked for.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>, <c>link_expired</c>, <c>conflict</c>.</exception>
    public async Task SendAsync(HttpContext context, string token, int position, CancellationToken cancellationToken)
    {
        var link = await links.OpenAsync(token, cancellationToken);
        var post = await db.Posts.AsNoTracking().SingleAsync(post => post.Id == link.PostId, cancellationToken);
        ApprovalLinks.ThrowIfOvertaken(link, post);
        var file =
            await db
                .PostFiles.AsNoTracking()
                .SingleOrDefaultAsync(f => f.PostId == post.Id && f.Position == position, cancellationToken)
            ?? throw Missing();
        if (PullRange.Of(context.Request, file.Bytes) is not { } range)
        {
            PullRange.Refuse(context.Response, file.Bytes);
            return;
        }

        await using var content =
            await store.OpenReadAsync(file.Object, range.From, range.Count, cancellationToken) ?? throw Missing();
        range.Announce(context.Response, file.ContentType, file.Bytes);
        await content.CopyToAsync(context.Response.Body, cancellationToken);
    }

    private static ClipyardException Missing() => new(FailureCatalogue.NotFound, "The post has no such file.");
}
