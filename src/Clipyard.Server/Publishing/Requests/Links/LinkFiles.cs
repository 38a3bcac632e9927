using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Requests.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Requests.Links;

/// <summary>Shows the files of a post to whoever has its link.</summary>
internal sealed class LinkFiles(ClipyardDb db, ApprovalLinks links, StagedFiles files)
{
    /// <summary>Sends a file, or the part that is asked for.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>, <c>link_expired</c>, <c>conflict</c>.</exception>
    public async Task SendAsync(HttpContext context, string token, int position, CancellationToken cancellationToken)
    {
        var link = await links.OpenAsync(token, cancellationToken);
        var post = await db.Posts.AsNoTracking().SingleAsync(post => post.Id == link.PostId, cancellationToken);
        ApprovalLinks.ThrowIfOvertaken(link, post);
        await files.SendAsync(context, post.Id, position, cancellationToken);
    }
}
