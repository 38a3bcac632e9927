using Clipyard.Creators;
using Clipyard.Failures;
using Clipyard.Links;
using Clipyard.Server.Api.Problems;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Students;

/// <summary>Who is linked to which TikTok username.</summary>
internal sealed class StudentDirectory(ClipyardDb db, TimeProvider time)
{
    private const int LongestUsername = 64;

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: no such id can be; <c>student_not_linked</c>.</exception>
    public async Task<Student> GetAsync(string studentId, CancellationToken cancellationToken)
    {
        EnsureValid(studentId);
        return await db.Students.AsNoTracking().SingleOrDefaultAsync(s => s.StudentId == studentId, cancellationToken)
            ?? throw NotLinked(studentId);
    }

    /// <summary>Links a student to a username, or to another one as long as nothing is kept for them.</summary>
    /// <remarks>
    /// With clips the old link stays: their records name the creator they came from, so that a new name belongs to a
    /// new student id, or to this one after it was erased.
    /// </remarks>
    /// <exception cref="ClipyardException">
    /// <c>invalid_parameter</c>; <c>username_taken</c>; <c>conflict</c>: something is kept, or being fetched, for them.
    /// </exception>
    public async Task<Student> LinkAsync(string studentId, string? name, CancellationToken cancellationToken)
    {
        EnsureValid(studentId);
        var username = ReadUsername(name);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var student = await db.Students.SingleOrDefaultAsync(s => s.StudentId == studentId, cancellationToken);
        if (student?.Username == username)
        {
            return student;
        }

        if (await db.Students.AnyAsync(s => s.Username == username, cancellationToken))
        {
            throw await TakenAsync(username, cancellationToken);
        }

        if (student is not null)
        {
            await EnsureRelinkableAsync(student, cancellationToken);
            student.Username = username;
        }
        else
        {
            student = new Student
            {
                OwnerId = db.Scope.Owner.Id,
                StudentId = studentId,
                Username = username,
            };
            db.Students.Add(student);
        }

        student.LinkedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return student;
    }

    public static ClipyardException NotLinked(string studentId) =>
        new(FailureCatalogue.StudentNotLinked, $"Student '{studentId}' is not known here.")
        {
            Remedies =
            [
                $"Link one first: PUT /tiktok/student/{studentId}/username with {{\"username\": \"cool_student\"}}.",
            ],
        };

    private static void EnsureValid(string studentId)
    {
        if (!StudentIdText.IsValid(studentId))
        {
            throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"student_id must be 1 to {StudentIdText.MaxLength} letters, digits and - _ . : @ +, not only dots; "
                    + $"it is '{Shown.Short(studentId)}'."
            )
            {
                Parameter = "student_id",
            };
        }
    }

    private static string ReadUsername(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ClipyardException(FailureCatalogue.InvalidParameter, "username is missing.")
            {
                Parameter = "username",
            };
        }

        TikTokLink.Profile profile;
        try
        {
            profile = CreatorName.Parse(name);
        }
        catch (ClipyardException error) when (error.Failure == FailureCatalogue.InvalidParameter)
        {
            throw BadUsername(name, error);
        }

        return profile.IsSecUid || profile.Name.Length > LongestUsername || profile.Name.All(c => c == '.')
            ? throw BadUsername(name)
            : profile.Name.ToLowerInvariant();
    }

    private static ClipyardException BadUsername(string name, Exception? error = null) =>
        new(
            FailureCatalogue.InvalidParameter,
            "username must be a TikTok username, with or without @, or a profile's address; "
                + $"it is '{Shown.Short(name)}'.",
            error
        )
        {
            Parameter = "username",
        };

    private async Task<ClipyardException> TakenAsync(string username, CancellationToken cancellationToken)
    {
        var holder = await db
            .Students.Where(s => s.Username == username)
            .Select(s => s.StudentId)
            .FirstAsync(cancellationToken);
        return new ClipyardException(FailureCatalogue.UsernameTaken, $"'{username}' is linked to student '{holder}'.")
        {
            Remedies = [$"Remove it there first (DELETE /tiktok/student/{holder}), or link another username."],
        };
    }

    private async Task EnsureRelinkableAsync(Student student, CancellationToken cancellationToken)
    {
        if (student.StoredVideos > 0)
        {
            throw new ClipyardException(
                FailureCatalogue.Conflict,
                $"Student '{student.StudentId}' is linked to '{student.Username}', and {student.StoredVideos} posts are "
                    + "kept that came from there."
            )
            {
                Remedies =
                [
                    "Link the new username to a new student id, "
                        + $"or erase what is kept first: DELETE /tiktok/student/{student.StudentId}.",
                ],
            };
        }

        var isBusy = await db.Jobs.AnyAsync(
            j => j.StudentId == student.StudentId && (j.State == JobState.Queued || j.State == JobState.Running),
            cancellationToken
        );
        if (isBusy)
        {
            throw new ClipyardException(
                FailureCatalogue.Conflict,
                $"Posts of '{student.Username}' are being fetched for student '{student.StudentId}'."
            )
            {
                Remedies = ["Wait until the job ends, or cancel it (DELETE /api/v1/jobs/JOB_ID), then link again."],
            };
        }
    }
}
