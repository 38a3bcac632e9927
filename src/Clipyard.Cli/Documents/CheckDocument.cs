namespace Clipyard.Cli.Documents;

/// <summary>One check of <c>doctor -j</c>.</summary>
internal sealed record CheckDocument(string Check, string Result, string Detail, string? Remedy, string? Failure);
