namespace Clipyard.Cli.Documents;

/// <summary>One photo.</summary>
internal sealed record ImageDocument(int? Width, int? Height, string? Url);
