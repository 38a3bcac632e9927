using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>The wrapper around a page's post.</summary>
internal sealed class ItemInfoPayload
{
    [JsonConverter(typeof(TolerantObject<ItemPayload>))]
    public ItemPayload? ItemStruct { get; set; }
}
