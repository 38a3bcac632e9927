namespace Clipyard.Downloads;

/// <summary>A file whose bytes are all there and verified, but not yet visible.</summary>
/// <param name="SizeBytes">Its length.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
/// <param name="Resumed">Whether a part of it came from an earlier download.</param>
/// <param name="Media">What it turned out to be.</param>
internal sealed record TransferredFile(long SizeBytes, string Sha256, bool Resumed, CheckedMedia Media)
{
    /// <summary>What the media host said about it, as far as it matters for its provenance.</summary>
    public IReadOnlyDictionary<string, string> ResponseHeaders { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}
