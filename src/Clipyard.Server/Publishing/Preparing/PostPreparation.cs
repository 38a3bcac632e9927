using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Preparing.Checks;
using Clipyard.Server.Publishing.Preparing.Sources;
using Clipyard.Server.Publishing.Preparing.Staging;
using Clipyard.Server.Storage;
using Clipyard.Server.Uploads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Publishing.Preparing;

/// <summary>
/// Fetches a post's files and checks them before anything is sent. What it makes becomes visible with the post's next
/// state or not at all, so it may be called again after any crash.
/// </summary>
internal sealed partial class PostPreparation(
    ClipyardDb db,
    IMediaStore store,
    IUploads uploads,
    SourceFiles sources,
    FileStager stager,
    CreatorQuestion question,
    FileRows rows,
    PostLog log,
    TimeProvider time,
    ILogger<PostPreparation> logger
)
{
    /// <summary>Prepares one post, in its owner's scope, and saves how it came out.</summary>
    /// <param name="post">Tracked by the scope's context.</param>
    /// <param name="cancellationToken">Stops it; nothing is left behind then.</param>
    /// <exception cref="ClipyardException">Something passing: the post is as it was, and may be tried again.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the post meanwhile.</exception>
    public async Task RunAsync(Post post, CancellationToken cancellationToken)
    {
        if (post.State != PostState.Preparing)
        {
            return;
        }

        try
        {
            await PrepareAsync(post, cancellationToken);
        }
        catch (ClipyardException error) when (Passing.Is(error))
        {
            throw Passing.Marked(error);
        }
        catch (ClipyardException error)
        {
            log.Fail(post, PostFailure.Of(error));
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }
