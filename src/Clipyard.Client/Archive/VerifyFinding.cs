using System.Text.Json.Serialization;

namespace Clipyard.Client.Archive;

/// <summary>One thing that is wrong, and where.</summary>
public sealed record VerifyFinding
{
    /// <summary>
    /// What: <c>changed swapped missing forged row_edited record_missing chain_broken info_changed info_missing truncated
    /// unrecorded</c>, and <c>orphaned</c> in notes. Newer servers may find others.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>The chain of records; null for what stands in none.</summary>
    public string? Chain { get; init; }

    /// <summary>The record's place in the chain; null for what is about no record.</summary>
    public long? Seq { get; init; }

    /// <summary>The post; null when it is not known.</summary>
    public string? VideoId { get; init; }

    /// <summary>The object in the store; null for what is about none.</summary>
    [JsonPropertyName("object")]
    public string? ObjectName { get; init; }

    /// <summary>The same in a sentence, with the values that differ.</summary>
    public string? Message { get; init; }
}
