using System.Text.Json.Serialization;

namespace Clipyard.Server.Archive.Provenance;

/// <summary>What a record says. Its JSON, exactly as written once, is what is hashed.</summary>
/// <remarks>Order and names are part of the format: docs/archive-proof.md. A change is a new <see cref="Version"/>.</remarks>
internal sealed record RecordBody
{
    public const int CurrentVersion = 1;

    [JsonPropertyOrder(0)]
    public int Version { get; init; } = CurrentVersion;

    [JsonPropertyOrder(1)]
    public required string Chain { get; init; }

    [JsonPropertyOrder(2)]
    public required long Seq { get; init; }

    [JsonPropertyOrder(3)]
    public required string Prev { get; init; }

    /// <summary>16 random bytes, hex: without them the hash that stays after an erasure would tell what was erased.</summary>
    [JsonPropertyOrder(4)]
    public required string Salt { get; init; }

    [JsonPropertyOrder(5)]
    public required string RecordedAt { get; init; }

    [JsonPropertyOrder(6)]
    public required string Origin { get; init; }

    [JsonPropertyOrder(7)]
    public required string? StudentId { get; init; }

    [JsonPropertyOrder(8)]
    public required string Username { get; init; }

    [JsonPropertyOrder(9)]
    public required string VideoId { get; init; }

    [JsonPropertyOrder(10)]
    public required string VideoUrl { get; init; }

    [JsonPropertyOrder(11)]
    public required string SourceUrl { get; init; }

    [JsonPropertyOrder(12)]
    public required string Kind { get; init; }

    [JsonPropertyOrder(13)]
    public required int Generation { get; init; }

    [JsonPropertyOrder(14)]
    public required string Caption { get; init; }

    [JsonPropertyOrder(15)]
    public required long? DurationMs { get; init; }

    [JsonPropertyOrder(16)]
    public required string PostedAt { get; init; }

    [JsonPropertyOrder(17)]
    public required string FetchedAt { get; init; }

    [JsonPropertyOrder(18)]
    public required string StoredAt { get; init; }

    [JsonPropertyOrder(19)]
    public required string? Rendition { get; init; }

    [JsonPropertyOrder(20)]
    public required IReadOnlyDictionary<string, string> ResponseHeaders { get; init; }

    [JsonPropertyOrder(21)]
    public required IReadOnlyDictionary<string, string> Probe { get; init; }

    [JsonPropertyOrder(22)]
    public required IReadOnlyList<RecordFile> Files { get; init; }
}
