using Clipyard.Failures;

namespace Clipyard.Server.Api.Problems;

/// <summary>One failure of the catalogue.</summary>
/// <param name="Code">Its name.</param>
/// <param name="Status">The HTTP status it is answered with.</param>
/// <param name="Title">What went wrong.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Transient">Whether the same request may succeed later.</param>
internal sealed record ExplainedProblem(string Code, int Status, string Title, string Remedy, bool Transient)
{
    public static ExplainedProblem Of(Failure failure) =>
        new(failure.Code, FailureStatuses.Of(failure), failure.Message, failure.Remedy, failure.IsTransient);
}
