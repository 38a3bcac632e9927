namespace Clipyard.Cli.Documents;

/// <summary>A named failure.</summary>
internal sealed record FailureDocument(string Code, string Message, string Remedy, bool Transient, long? RetryAfterMs);
