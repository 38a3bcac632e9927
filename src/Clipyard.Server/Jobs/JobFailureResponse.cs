using Clipyard.Failures;

namespace Clipyard.Server.Jobs;

/// <summary>Why a job failed.</summary>
/// <param name="Code">The failure's name, from the catalogue.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="Detail">What is special about this case; null when the message says it all.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Transient">Whether the same request may succeed later.</param>
internal sealed record JobFailureResponse(string Code, string Message, string? Detail, string Remedy, bool Transient)
{
    /// <summary>The failure of a job; null when it has none.</summary>
    public static JobFailureResponse? Of(Job job)
    {
        if (job.FailureCode is not { } code)
        {
            return null;
        }

        // A code of another version of the program still says what it is.
        var failure = FailureCatalogue.Find(code) ?? FailureCatalogue.InternalError;
        return new JobFailureResponse(code, failure.Message, job.FailureDetail, failure.Remedy, failure.IsTransient);
    }
}
