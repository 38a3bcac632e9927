using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>The data of an embed page by path.</summary>
internal sealed class EmbedSourcePayload
{
    [JsonConverter(typeof(TolerantMap<EmbedPayload>))]
    public Dictionary<string, EmbedPayload>? Data { get; set; }
}
