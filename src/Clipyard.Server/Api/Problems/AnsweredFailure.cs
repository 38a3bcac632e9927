namespace Clipyard.Server.Api.Problems;

/// <summary>What a request was refused with, for the log and the counters.</summary>
/// <param name="Code">The failure's code.</param>
internal sealed record AnsweredFailure(string Code);
