using Clipyard.Server.Archive.Provenance;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Students;

/// <inheritdoc cref="IStudentArchive"/>
internal sealed class StudentArchive(ClipyardDb db, StudentDirectory directory) : IStudentArchive
{
    public async Task<LinkedStudent> GetAsync(string studentId, CancellationToken cancellationToken) =>
        Of(await directory.GetAsync(studentId, cancellationToken));

    public Task<IReadOnlyList<LinkedStudent>> FindAsync(
        Guid ownerId,
        IReadOnlyList<string> studentIds,
        CancellationToken cancellationToken
    ) => FindOfAllAsync([ownerId], studentIds, cancellationToken);

    public async Task<IReadOnlyList<LinkedStudent>> FindOfAllAsync(
        IReadOnlyList<Guid> ownerIds,
        IReadOnlyList<string> studentIds,
        CancellationToken cancellationToken
    )
    {
        var students = await db
            .Students.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .AsNoTracking()
            .Where(student => ownerIds.Contains(student.OwnerId) && studentIds.Contains(student.StudentId))
            .ToListAsync(cancellationToken);
        return [.. students.Select(Of)];
    }

    public async Task<IReadOnlyList<KeptClip>> NewestAsync(
        LinkedStudent student,
        int atMost,
        CancellationToken cancellationToken
    )
    {
        var clips = await ClipsOf(student)
            .Include(clip => clip.Files.OrderBy(file => file.Position))
            .OrderByDescending(clip => clip.PostedAt)
            .ThenByDescending(clip => clip.Id)
            .Take(atMost)
            .ToListAsync(cancellationToken);
        return [.. clips.Select(Of)];
    }

    public async Task<IReadOnlyList<KeptFile>> FilesAsync(
        LinkedStudent student,
        string videoId,
        CancellationToken cancellationToken
    )
    {
        var files = await ClipsOf(student)
            .Where(clip => clip.VideoId == videoId)
            .SelectMany(clip => clip.Files)
            .OrderBy(file => file.Position)
            .ToListAsync(cancellationToken);
        return [.. files.Select(Of)];
    }

    public async Task<DateTimeOffset?> ChangedAtAsync(LinkedStudent student, CancellationToken cancellationToken)
    {
        var chain = ChainNames.OfStudent(student.StudentId);
        var stored = await ClipsOf(student).MaxAsync(clip => (DateTimeOffset?)clip.StoredAt, cancellationToken);
        var erased = await db
            .Records.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(record => record.OwnerId == student.OwnerId && record.Chain == chain)
            .MaxAsync(record => record.ErasedAt, cancellationToken);
        return ((DateTimeOffset?[])[stored, erased]).Max();
    }

    private IQueryable<Clip> ClipsOf(LinkedStudent student) =>
        db
            .Clips.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .AsNoTracking()
            .Where(clip => clip.OwnerId == student.OwnerId && clip.StudentId == student.StudentId);

    private static LinkedStudent Of(Student student) =>
        new(student.OwnerId, student.StudentId, student.Username, student.LinkedAt);

    private static KeptClip Of(Clip clip) =>
        new(
            clip.VideoId,
            clip.VideoUrl,
            clip.Username,
            clip.Caption,
            clip.DurationMs,
            clip.PostedAt,
            [.. clip.Files.Select(Of)]
        );

    private static KeptFile Of(ClipFile file) => new(file.Object, file.ContentType, file.SizeBytes, file.Sha256);
}
