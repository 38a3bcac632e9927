using Clipyard.Server.Archive.Provenance;

namespace Clipyard.Server.Archive.Clips;

/// <summary>A link of the archive's chain of proof, as written down. Whether it still holds, a verification says.</summary>
internal sealed record ClipRecordAnswer
{
    /// <summary>The chain: <c>student:ID</c>, or <c>clips</c>.</summary>
    public required string Chain { get; init; }

    /// <summary>Its place there, from 1.</summary>
    public required long Seq { get; init; }

    /// <summary>SHA-256 of its content, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>The hash of the record before; empty for the first.</summary>
    public required string Prev { get; init; }

    public required string RecordedAt { get; init; }

    /// <summary><c>download</c> or <c>import</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>The address that was asked for.</summary>
    public required string SourceUrl { get; init; }

    /// <summary>When its bytes came.</summary>
    public required string FetchedAt { get; init; }

    /// <summary>When they were kept.</summary>
    public required string StoredAt { get; init; }

    /// <summary>Which of TikTok's renditions; null for pictures and imports.</summary>
    public string? Rendition { get; init; }

    /// <summary>Headers of the media answer that matter.</summary>
    public required IReadOnlyDictionary<string, string> ResponseHeaders { get; init; }

    /// <summary>What the file turned out to be.</summary>
    public required IReadOnlyDictionary<string, string> Probe { get; init; }

    /// <summary>Every file that was recorded, the cover too.</summary>
    public required IReadOnlyList<RecordFileAnswer> Files { get; init; }

    /// <summary>Where the record itself, byte for byte, can be fetched: the <c>.info.json</c> beside the files.</summary>
    public string? InfoUrl { get; init; }

    public static ClipRecordAnswer Of(ArchiveRecord record, RecordBody body, string? infoUrl) =>
        new()
        {
            Chain = record.Chain,
            Seq = record.Seq,
            Hash = record.Hash,
            Prev = record.Prev,
            RecordedAt = body.RecordedAt,
            Origin = body.Origin,
            SourceUrl = body.SourceUrl,
            FetchedAt = body.FetchedAt,
            StoredAt = body.StoredAt,
            Rendition = body.Rendition,
            ResponseHeaders = body.ResponseHeaders,
            Probe = body.Probe,
            Files =
            [
                .. body.Files.Select(file => new RecordFileAnswer(
                    file.Object,
                    file.ContentType,
                    file.SizeBytes,
                    file.Sha256
                )),
            ],
            InfoUrl = infoUrl,
        };
}
