namespace Clipyard.Server.Archive.Importing;

/// <summary>How far an import is.</summary>
/// <param name="IsChecking">Whether rows are only checked so far; each is read once more afterwards.</param>
/// <param name="Videos">Rows of videos that are done.</param>
/// <param name="Bytes">Bytes that were stored.</param>
public sealed record ImportProgress(bool IsChecking, long Videos, long Bytes);
