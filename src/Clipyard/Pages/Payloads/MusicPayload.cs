using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>The sound of a post.</summary>
internal sealed class MusicPayload
{
    public string? Id { get; set; }

    public string? Title { get; set; }

    public string? AuthorName { get; set; }

    public long? Duration { get; set; }

    [JsonConverter(typeof(TolerantStrings))]
    public List<string>? PlayUrl { get; set; }
}
