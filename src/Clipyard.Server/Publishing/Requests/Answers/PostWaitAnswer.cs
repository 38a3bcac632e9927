namespace Clipyard.Server.Publishing.Requests.Answers;

/// <summary>Why a post waits.</summary>
/// <param name="Code">A failure's code, such as <c>daily_cap</c>.</param>
/// <param name="Reason">The same in a sentence.</param>
/// <param name="Until">When it is tried next.</param>
internal sealed record PostWaitAnswer(string Code, string? Reason, DateTimeOffset Until);
