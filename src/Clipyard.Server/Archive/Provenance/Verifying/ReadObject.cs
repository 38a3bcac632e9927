namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>An object as it is now.</summary>
/// <param name="Sha256">Its hash, lower-case hex; null when it is not there.</param>
/// <param name="SizeBytes">Its length.</param>
/// <param name="ModifiedAt">When it was written; null when it is not there.</param>
internal sealed record ReadObject(string? Sha256, long SizeBytes, DateTimeOffset? ModifiedAt)
{
    public static readonly ReadObject Missing = new(Sha256: null, SizeBytes: 0, ModifiedAt: null);
}
