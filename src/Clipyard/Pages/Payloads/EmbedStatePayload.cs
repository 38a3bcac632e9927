using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary><c>__FRONTITY_CONNECT_STATE__</c>: embed pages.</summary>
internal sealed class EmbedStatePayload
{
    [JsonConverter(typeof(TolerantObject<EmbedSourcePayload>))]
    public EmbedSourcePayload? Source { get; set; }
}
