using System.Text.Json.Serialization;

namespace Clipyard.Cli.Documents;

/// <summary>What <c>info -j</c> and <c>parse -j</c> print: one post, one profile, or why there is neither.</summary>
/// <remarks>A contract: members are added, never renamed. Absent is null or an empty list.</remarks>
internal sealed record InfoDocument
{
    /// <summary><c>video</c>, <c>photo</c>, <c>profile</c> or <c>none</c>.</summary>
    public required string Kind { get; init; }

    public string? Id { get; init; }

    public string? Url { get; init; }

    public string? Caption { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public AuthorDocument? Author { get; init; }

    public long? DurationMs { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public CountsDocument? Counts { get; init; }

    public IReadOnlyList<HashtagDocument> Hashtags { get; init; } = [];

    public IReadOnlyList<MentionDocument> Mentions { get; init; } = [];

    public MusicDocument? Music { get; init; }

    public IReadOnlyList<string> Covers { get; init; } = [];

    public IReadOnlyList<FormatDocument> Formats { get; init; } = [];

    public IReadOnlyList<ImageDocument> Images { get; init; } = [];

    public IReadOnlyList<SubtitleDocument> Subtitles { get; init; } = [];

    public ProfileDocument? Profile { get; init; }

    public StatusDocument? Status { get; init; }

    /// <summary>The files of a download with their SHA-256; left out except in <c>.info.json</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FileDocument>? Files { get; init; }
}
