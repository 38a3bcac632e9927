namespace Clipyard.Cli.Documents;

/// <summary>What <c>-j</c> prints for something that failed.</summary>
internal sealed record FailedDocument(string Url, FailureDocument Failure);
