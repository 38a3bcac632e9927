using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Archive;
using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Automation.Feeds;

/// <summary>Makes, shows and ends feeds for their owner.</summary>
internal sealed class StudentFeeds(
    ClipyardDb db,
    IStudentArchive students,
    FeedToken tokens,
    IPublicAddress address,
    IAuditLog audit,
    TimeProvider time
)
{
    /// <summary>The student's feed, made if there is none.</summary>
    /// <exception cref="ClipyardException"><c>student_not_linked</c>.</exception>
    public async Task<FeedAnswer> KeepAsync(string studentId, CancellationToken cancellationToken)
    {
        var student = await students.GetAsync(studentId, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var feed = await db.StudentFeeds.SingleOrDefaultAsync(row => row.StudentId == studentId, cancellationToken);
        if (feed is not null && feed.StudentLinkedAt == student.LinkedAt)
        {
            return AnswerFor(feed);
        }

        if (feed is not null)
        {
            // Left behind by a student of this id who was erased.
            db.StudentFeeds.Remove(feed);
            await db.SaveChangesAsync(cancellationToken);
        }

        var now = Now();
        feed = new StudentFeed
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = db.Scope.Owner.Id,
            StudentId = studentId,
            StudentLinkedAt = student.LinkedAt,
            TokenHash = "",
            SealedToken = "",
            CreatedAt = now,
        };
        tokens.Renew(feed, now);
        db.StudentFeeds.Add(feed);
        audit.Add(db, FeedAudit.Created, studentId);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return AnswerFor(feed);
    }

    /// <summary>The student's feed.</summary>
    /// <exception cref="ClipyardException"><c>student_not_linked</c>; <c>not_found</c>: there is none.</exception>
    public async Task<FeedAnswer> GetAsync(string studentId, CancellationToken cancellationToken) =>
        AnswerFor(await FindAsync(studentId, cancellationToken));

    /// <summary>Gives the feed another address; the one before is at an end with this call.</summary>
    /// <exception cref="ClipyardException"><c>student_not_linked</c>; <c>not_found</c>: there is none.</exception>
    public async Task<FeedAnswer> RotateAsync(
        string studentId,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        var isDone = idempotency.EarlierResourceId is not null;
        var feed = await FindAsync(studentId, cancellationToken);
        if (isDone)
        {
            return AnswerFor(feed);
        }

        tokens.Renew(feed, Now());
        audit.Add(db, FeedAudit.Rotated, studentId);
        idempotency.Remember(db, feed.Id.ToString());
        await db.SaveChangesAsync(cancellationToken);
        return AnswerFor(feed);
    }

    /// <summary>Ends the feed.</summary>
    /// <exception cref="ClipyardException"><c>student_not_linked</c>; <c>not_found</c>: there is none.</exception>
    public async Task RemoveAsync(string studentId, CancellationToken cancellationToken)
    {
        db.StudentFeeds.Remove(await FindAsync(studentId, cancellationToken));
        audit.Add(db, FeedAudit.Removed, studentId);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<StudentFeed> FindAsync(string studentId, CancellationToken cancellationToken)
    {
        var student = await students.GetAsync(studentId, cancellationToken);
        return await db.StudentFeeds.SingleOrDefaultAsync(
                row => row.StudentId == studentId && row.StudentLinkedAt == student.LinkedAt,
                cancellationToken
            )
            ?? throw new ClipyardException(FailureCatalogue.NotFound, $"The student '{studentId}' has no feed.")
            {
                Remedies = [$"Make one: PUT /api/tiktok/student/{studentId}/feed."],
            };
    }

    // As the database keeps it: the first answer says what the later ones do.
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    private FeedAnswer AnswerFor(StudentFeed feed) =>
        new()
        {
            StudentId = feed.StudentId,
            Url = tokens.Open(feed) is { } token ? address.Absolute($"rss/{token}") : null,
            CreatedAt = feed.CreatedAt,
            RotatedAt = feed.RotatedAt,
        };
}
