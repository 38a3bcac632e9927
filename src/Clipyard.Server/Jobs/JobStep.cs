namespace Clipyard.Server.Jobs;

/// <summary>One step of a job as its handler sees it.</summary>
/// <param name="Job">The job's row, tracked by the scope's context.</param>
/// <param name="Progress">Where to tell how far a transfer is; kept in memory only.</param>
internal sealed record JobStep(Job Job, IProgress<JobProgress> Progress);
