using System.Text.Json.Serialization;

namespace Clipyard.Server.Archive.Provenance;

/// <summary>One file of a recorded post.</summary>
internal sealed record RecordFile
{
    [JsonPropertyOrder(0)]
    public required int Position { get; init; }

    [JsonPropertyOrder(1)]
    public required string Object { get; init; }

    [JsonPropertyOrder(2)]
    public required string ContentType { get; init; }

    [JsonPropertyOrder(3)]
    public required long SizeBytes { get; init; }

    [JsonPropertyOrder(4)]
    public required string Sha256 { get; init; }
}
