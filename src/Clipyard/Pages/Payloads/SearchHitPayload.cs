using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>One hit of the general search.</summary>
internal sealed class SearchHitPayload
{
    [JsonConverter(typeof(TolerantObject<ItemPayload>))]
    public ItemPayload? Item { get; set; }
}
