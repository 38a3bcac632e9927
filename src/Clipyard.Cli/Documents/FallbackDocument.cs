namespace Clipyard.Cli.Documents;

/// <summary>Says that another rendition was taken than the one chosen first.</summary>
internal sealed record FallbackDocument(string? Wanted, string Taken, string Reason);
