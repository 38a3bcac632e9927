namespace Clipyard.Failures;

// Keeping what was fetched.
public static partial class FailureCatalogue
{
    /// <summary>The place to store files cannot be reached or written.</summary>
    public static Failure StorageUnavailable { get; } =
        new(
            "storage_unavailable",
            "The place to store files cannot be reached or written.",
            "Check that the folder or store exists, is writable and answers; `clipyard doctor` tests it.",
            isTransient: true
        );

    /// <summary>There is no room left to store the file.</summary>
    public static Failure StorageFull { get; } =
        new(
            "storage_full",
            "There is no room left to store the file.",
            "Free some space or choose another folder; unfinished files were not kept."
        );

    /// <summary>The object store has no such bucket.</summary>
    public static Failure StoreBucketMissing { get; } =
        new(
            "store_bucket_missing",
            "The object store has no such bucket.",
            "Create the bucket or correct its name in the settings."
        );

    /// <summary>The object store refused our credentials.</summary>
    public static Failure StoreForbidden { get; } =
        new(
            "store_forbidden",
            "The object store refused our credentials.",
            "Check the store's key, its rights and the clock of this machine."
        );

    /// <summary>This username is linked to another student already.</summary>
    public static Failure UsernameTaken { get; } =
        new(
            "username_taken",
            "This username is linked to another student already.",
            "Unlink it there first, or link another username."
        );

    /// <summary>No TikTok username is linked to this student.</summary>
    public static Failure StudentNotLinked { get; } =
        new(
            "student_not_linked",
            "No TikTok username is linked to this student.",
            "Link one first: PUT /tiktok/student/{student_id}/username."
        );

    /// <summary>The malware scanner found something in this file.</summary>
    public static Failure FileInfected { get; } =
        new(
            "file_infected",
            "The malware scanner found something in this file.",
            "The file was not kept. Scan its source."
        );

    /// <summary>This key or owner has used up its allowance.</summary>
    public static Failure QuotaExceeded { get; } =
        new(
            "quota_exceeded",
            "This key or owner has used up its allowance.",
            "Wait for the next period or ask an administrator to raise the limit.",
            isTransient: true
        );

    private static IEnumerable<Failure> Keeping =>
        [
            StorageUnavailable,
            StorageFull,
            StoreBucketMissing,
            StoreForbidden,
            UsernameTaken,
            StudentNotLinked,
            FileInfected,
            QuotaExceeded,
        ];
}
