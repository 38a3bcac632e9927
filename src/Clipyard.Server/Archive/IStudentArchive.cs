namespace Clipyard.Server.Archive;

/// <summary>Students and what is kept for them, for features that show it to others.</summary>
/// <remarks>
/// A <see cref="LinkedStudent"/> says whose it is, so that this can be asked where nobody is signed in: whoever asks has
/// made sure that the answer may be seen.
/// </remarks>
internal interface IStudentArchive
{
    /// <summary>A student of the scope's owner.</summary>
    /// <exception cref="Failures.ClipyardException"><c>invalid_parameter</c>: no such id can be; <c>student_not_linked</c>.</exception>
    Task<LinkedStudent> GetAsync(string studentId, CancellationToken cancellationToken);

    /// <summary>Those of an owner's students that are linked now.</summary>
    Task<IReadOnlyList<LinkedStudent>> FindAsync(
        Guid ownerId,
        IReadOnlyList<string> studentIds,
        CancellationToken cancellationToken
    );

    /// <summary>Those of several owners' students that are linked now and have one of these ids.</summary>
    Task<IReadOnlyList<LinkedStudent>> FindOfAllAsync(
        IReadOnlyList<Guid> ownerIds,
        IReadOnlyList<string> studentIds,
        CancellationToken cancellationToken
    );

    /// <summary>The newest posts that are kept, newest first.</summary>
    Task<IReadOnlyList<KeptClip>> NewestAsync(LinkedStudent student, int atMost, CancellationToken cancellationToken);

    /// <summary>The files of a post in order; none when it is not kept.</summary>
    Task<IReadOnlyList<KeptFile>> FilesAsync(
        LinkedStudent student,
        string videoId,
        CancellationToken cancellationToken
    );

    /// <summary>When a post was last kept or erased; null: never.</summary>
    Task<DateTimeOffset?> ChangedAtAsync(LinkedStudent student, CancellationToken cancellationToken);
}
