namespace Clipyard.Server.Observability;

/// <summary>What the database says of the server as a whole.</summary>
/// <param name="Jobs">How many jobs of each kind are in each state.</param>
/// <param name="StoredFiles">Kept files.</param>
/// <param name="StoredBytes">Their bytes.</param>
internal sealed record FigureSet(IReadOnlyList<JobCount> Jobs, long StoredFiles, long StoredBytes);
