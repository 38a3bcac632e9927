namespace Clipyard.Server.Archive.Fetching;

/// <summary>What came of a job over posts: its result document.</summary>
internal sealed record JobResult(int Stored, int AlreadyStored, int Failed);
