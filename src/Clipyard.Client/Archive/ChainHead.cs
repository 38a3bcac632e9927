namespace Clipyard.Client.Archive;

/// <summary>The end of a chain of records: kept elsewhere, it proves later that nothing was cut off.</summary>
/// <param name="Seq">The last record's place.</param>
/// <param name="Hash">Its hash, lower-case hex.</param>
public sealed record ChainHead(long Seq, string Hash);
