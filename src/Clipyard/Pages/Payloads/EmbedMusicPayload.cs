using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>The sound of an embed page's post.</summary>
internal sealed class EmbedMusicPayload
{
    public string? MusicId { get; set; }

    public string? MusicName { get; set; }

    public string? AuthorName { get; set; }

    [JsonConverter(typeof(TolerantStrings))]
    public List<string>? PlayUrl { get; set; }
}
