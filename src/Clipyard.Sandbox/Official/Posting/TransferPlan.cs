namespace Clipyard.Sandbox.Official.Posting;

/// <summary>How the bytes come: uploaded in chunks, or pulled.</summary>
internal sealed record TransferPlan
{
    /// <summary>Bytes of the whole video; 0 for a pull.</summary>
    public long VideoSize { get; init; }

    public long ChunkSize { get; init; }

    public long ChunkCount { get; init; }

    /// <summary>What is pulled: one video, or photos. Empty for an upload.</summary>
    public IReadOnlyList<Uri> Addresses { get; init; } = [];

    public int CoverIndex { get; init; }

    public bool IsPull => Addresses.Count > 0;
}
