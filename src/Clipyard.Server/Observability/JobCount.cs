using Clipyard.Server.Jobs;

namespace Clipyard.Server.Observability;

/// <summary>How many jobs of a kind are in a state.</summary>
internal sealed record JobCount(string Kind, JobState State, long Count);
