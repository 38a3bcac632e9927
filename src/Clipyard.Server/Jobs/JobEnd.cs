using Clipyard.Failures;

namespace Clipyard.Server.Jobs;

/// <summary>How a job ends.</summary>
internal sealed record JobEnd(JobState State, string? Result = null, string? FailureCode = null, string? Detail = null)
{
    /// <summary>Somebody stopped it.</summary>
    public static readonly JobEnd Cancelled = new(JobState.Cancelled);

    /// <summary>It came to its end, with what its handler says of it.</summary>
    public static JobEnd Completed(string? result) => new(JobState.Completed, result);

    /// <summary>It could not do what was asked.</summary>
    public static JobEnd Failed(ClipyardException error) =>
        new(JobState.Failed, FailureCode: error.Code, Detail: error.Detail ?? error.Failure.Message);

    /// <summary>It met an error that nobody foresaw, again and again.</summary>
    public static JobEnd Unforeseen(Guid jobId) =>
        new(
            JobState.Failed,
            FailureCode: FailureCatalogue.InternalError.Code,
            Detail: $"An unforeseen error ended it; the server's log names job {jobId}."
        );
}
