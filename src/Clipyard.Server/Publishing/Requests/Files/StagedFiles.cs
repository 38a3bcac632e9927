using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Pulling;
using Clipyard.Server.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Requests.Files;

/// <summary>Shows what would be sent, as long as it is staged.</summary>
internal sealed class StagedFiles(ClipyardDb db, IMediaStore store)
{
    /// <summary>Sends a file of the owner's post, or the part that is asked for.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>: there is no such file, or not any more.</exception>
    public async Task SendAsync(HttpContext context, Guid postId, int position, CancellationToken cancellationToken)
    {
        var file =
            await db
                .PostFiles.AsNoTracking()
                .SingleOrDefaultAsync(f => f.PostId == postId && f.Position == position, cancellationToken)
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
