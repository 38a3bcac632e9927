using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Accepting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>Takes tables of posts on: every row or none.</summary>
internal sealed class PostImports(
    ClipyardDb db,
    ImportReceiver receiver,
    ImportCheck check,
    PostAcceptance acceptance,
    IPostWaker waker,
    IAuditLog audit,
    IOptions<PublishingOptions> options,
    TimeProvider time
)
{
    private const int SavedAtOnce = 500;

    // As many as can be prepared soon; waking ten thousand lanes would take longer than the sweep that does it, too.
    private const int WokenAtOnce = 64;

    /// <summary>What came of the table: now, or when it was sent with the same key before.</summary>
    /// <exception cref="ClipyardException">Whatever is wrong with it; nothing was made then.</exception>
    public async Task<ImportAnswer> AcceptAsync(
        HttpRequest request,
        char? delimiter,
        bool dryRun,
        CallerRights caller,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        var isAgain = Guid.TryParse(idempotency.EarlierResourceId, out var earlier); // or refused, before the body
        await using var file = await receiver.ReceiveAsync(request, cancellationToken);
        if (isAgain)
        {
            return AnswerFor(await EarlierAsync(earlier, file, cancellationToken)) with { Repeated = true };
        }

        var table = await ImportTable.OpenAsync(file, delimiter, options.Value.MaxImportRows, cancellationToken);
        var posts = await check.DraftAsync(table, caller, cancellationToken);
        if (dryRun)
        {
            return new ImportAnswer
            {
                DryRun = true,
                Rows = table.Rows,
                Accepted = posts.Count,
                PostIds = [],
            };
        }

        var import = new PostImport
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            OwnerId = db.Scope.Owner.Id,
            CreatedAt = time.GetUtcNow(),
            Sha256 = file.Sha256,
            PostIds = [.. posts.Select(post => post.Id)],
        };
        await SaveAsync(import, posts, idempotency, cancellationToken);
        await WakeAsync(posts, cancellationToken);
        return AnswerFor(import);
    }

    private static ImportAnswer AnswerFor(PostImport import) =>
        new()
        {
            DryRun = false,
            ImportId = import.Id,
            Rows = import.PostIds.Count,
            Accepted = import.PostIds.Count,
            PostIds = import.PostIds,
        };

    private async Task<PostImport> EarlierAsync(Guid id, ImportFile file, CancellationToken cancellationToken)
    {
        var import = await db.PostImports.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
        return import.Sha256 == file.Sha256
            ? import
            : throw new ClipyardException(
                FailureCatalogue.IdempotencyMismatch,
                "The Idempotency-Key came with another file before."
            );
    }

    // Saved in parts, so that the context never holds all of them, and committed at once.
    private async Task SaveAsync(
        PostImport import,
        List<Post> posts,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var part in posts.Chunk(SavedAtOnce))
        {
            foreach (var post in part)
            {
                await acceptance.AddAsync(post, cancellationToken);
            }

            await SaveAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        db.PostImports.Add(import);
        idempotency.Remember(db, import.Id.ToString());
        audit.Add(db, PostAudit.Imported, import.Id.ToString(), new { posts = posts.Count, import.Sha256 });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException taken)
        {
            throw new ClipyardException(
                FailureCatalogue.Conflict,
                "Another post has taken one of these uploads in the meantime.",
                taken
            );
        }
    }

    private async Task WakeAsync(List<Post> posts, CancellationToken cancellationToken)
    {
        foreach (var post in posts.Take(WokenAtOnce))
        {
            await waker.WakeAsync(post, cancellationToken);
        }
    }
}
