namespace Clipyard.Server.Api.Problems;

/// <summary>The catalogue of failures.</summary>
/// <param name="Problems">All of them.</param>
internal sealed record ExplainedProblems(IReadOnlyList<ExplainedProblem> Problems);
