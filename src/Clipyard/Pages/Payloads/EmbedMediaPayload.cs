using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>The video of an embed page.</summary>
internal sealed class EmbedMediaPayload
{
    [JsonConverter(typeof(TolerantStrings))]
    public List<string>? Urls { get; set; }

    [JsonConverter(typeof(TolerantObject<EmbedMediaMetaPayload>))]
    public EmbedMediaMetaPayload? VideoMeta { get; set; }
}
