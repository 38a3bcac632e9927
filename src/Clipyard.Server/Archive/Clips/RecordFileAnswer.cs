using System.Text.Json.Serialization;

namespace Clipyard.Server.Archive.Clips;

/// <summary>A file as it was recorded.</summary>
/// <param name="ObjectName">Its key in the store.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="SizeBytes">How long.</param>
/// <param name="Sha256">Its hash, lower-case hex.</param>
internal sealed record RecordFileAnswer(
    [property: JsonPropertyName("object")] string ObjectName,
    string ContentType,
    long SizeBytes,
    string Sha256
);
