using Clipyard.Failures;

namespace Clipyard.Server.Api.Problems;

/// <summary>A table has rows that cannot be taken, so none is.</summary>
/// <param name="failure">What all of them have in common, or <c>invalid_parameter</c>.</param>
/// <param name="detail">How many there are.</param>
/// <param name="errors">The first of them.</param>
/// <param name="count">How many there are altogether.</param>
internal sealed class RowsRefusedException(Failure failure, string detail, IReadOnlyList<RowFault> errors, int count)
    : ClipyardException(failure, detail)
{
    public IReadOnlyList<RowFault> Errors { get; } = errors;

    public int Count { get; } = count;
}
