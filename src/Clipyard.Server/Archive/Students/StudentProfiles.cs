using Clipyard.Failures;

namespace Clipyard.Server.Archive.Students;

/// <summary>What is known of a student: here and at TikTok.</summary>
internal sealed class StudentProfiles(StudentDirectory directory, ClipyardClient client, TimeProvider time)
{
    /// <summary>What is kept is told whatever TikTok does; it gets so long to answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task<StudentInfoAnswer> GetAsync(string studentId, CancellationToken cancellationToken)
    {
        var student = await directory.GetAsync(studentId, cancellationToken);
        var (profile, error) = await AskAsync(student.Username, cancellationToken);
        return new StudentInfoAnswer
        {
            StudentId = student.StudentId,
            Username = student.Username,
            Profile = profile,
            ProfileError = error is null ? null : FailureAnswer.From(error),
            StoredVideos = student.StoredVideos,
            StoredBytes = student.StoredBytes,
            LastDownloadAt = student.LastDownloadAt,
        };
    }

    private async Task<(ProfileAnswer? Profile, ClipyardException? Error)> AskAsync(
        string username,
        CancellationToken cancellationToken
    )
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return (ProfileAnswer.From(await client.Creators.GetAsync("@" + username, either.Token)), null);
        }
        catch (ClipyardException error)
        {
            return (null, error);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (
                null,
                new ClipyardException(
                    FailureCatalogue.NetworkError,
                    $"TikTok did not answer within {Patience.TotalSeconds:0} s."
                )
            );
        }
    }
}
