namespace Clipyard.Server.Archive.Importing;

/// <summary>What is wrong with a row.</summary>
/// <param name="File">The CSV file's name.</param>
/// <param name="Line">The line on which the row begins, from 1; 0 when it is about the file.</param>
/// <param name="Column">The column; null when it is about the row.</param>
/// <param name="Message">What, in a sentence, with the value.</param>
public sealed record ImportFault(string File, int Line, string? Column, string Message);
