namespace Clipyard.Downloads;

/// <summary>A file whose bytes are all there and verified, but not yet visible.</summary>
internal sealed record TransferredFile(long SizeBytes, string Sha256, bool Resumed, CheckedMedia Media);
