using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>A post as embed pages write it.</summary>
internal sealed class EmbedItemPayload
{
    public string? Id { get; set; }

    public string? Text { get; set; }

    public long? CreateTime { get; set; }

    public long? PlayCount { get; set; }

    public long? DiggCount { get; set; }

    public long? CommentCount { get; set; }

    public long? ShareCount { get; set; }

    [JsonConverter(typeof(TolerantStrings))]
    public List<string>? Covers { get; set; }

    public bool? IsAd { get; set; }

    [JsonConverter(typeof(TolerantObject<EmbedMediaPayload>))]
    public EmbedMediaPayload? Video { get; set; }
}
