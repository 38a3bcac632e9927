namespace Clipyard.Cli.Remote;

/// <summary>What is wrong with a row, and what to do about it.</summary>
internal sealed record RowErrorDocument(int Row, int Line, string? Column, string Code, string Message, string? Remedy);
