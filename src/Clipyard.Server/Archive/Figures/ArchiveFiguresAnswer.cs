namespace Clipyard.Server.Archive.Figures;

/// <summary>How much is kept.</summary>
/// <param name="Students">How many students are linked.</param>
/// <param name="Clips">How many posts are kept, of students and of downloads that named none.</param>
/// <param name="SizeBytes">All their files' bytes together.</param>
internal sealed record ArchiveFiguresAnswer(long Students, long Clips, long SizeBytes);
