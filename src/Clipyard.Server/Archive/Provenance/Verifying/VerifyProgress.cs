namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>How far a verification is.</summary>
/// <param name="Records">Records that were checked.</param>
/// <param name="TotalRecords">Records there were at the beginning.</param>
/// <param name="Bytes">Bytes that were read again.</param>
/// <param name="Findings">How much is wrong so far.</param>
/// <param name="VideoId">The post that was checked last; null while there is none.</param>
public sealed record VerifyProgress(long Records, long? TotalRecords, long Bytes, long Findings, string? VideoId);
