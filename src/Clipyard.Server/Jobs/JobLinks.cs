namespace Clipyard.Server.Jobs;

/// <summary>Addresses around a job, absolute.</summary>
/// <param name="Self">The job; DELETE cancels it.</param>
/// <param name="Events">Its events as they happen.</param>
internal sealed record JobLinks(string Self, string Events);
