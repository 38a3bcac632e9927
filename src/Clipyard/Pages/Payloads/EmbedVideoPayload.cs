using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>The post of an embed page.</summary>
internal sealed class EmbedVideoPayload
{
    [JsonConverter(typeof(TolerantObject<EmbedItemPayload>))]
    public EmbedItemPayload? ItemInfos { get; set; }

    [JsonConverter(typeof(TolerantObject<AuthorPayload>))]
    public AuthorPayload? AuthorInfos { get; set; }

    [JsonConverter(typeof(TolerantObject<EmbedMusicPayload>))]
    public EmbedMusicPayload? MusicInfos { get; set; }

    [JsonConverter(typeof(TolerantObject<EmbedImagesPayload>))]
    public EmbedImagesPayload? ImagePostInfo { get; set; }

    public bool? IsError { get; set; }

    public long? ErrorCode { get; set; }
}
