using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>What a page or answer says about one post, in all the nestings seen.</summary>
internal sealed class DetailPayload
{
    public long? StatusCode { get; set; }

    public string? StatusMsg { get; set; }

    public string? StatusMessage { get; set; }

    [JsonConverter(typeof(TolerantObject<ItemInfoPayload>))]
    public ItemInfoPayload? ItemInfo { get; set; }

    /// <summary>Seen straight in mobile pages by another reader.</summary>
    [JsonConverter(typeof(TolerantObject<ItemPayload>))]
    public ItemPayload? ItemStruct { get; set; }

    /// <summary>In <c>api-data</c>, and in mobile pages by another reader.</summary>
    [JsonConverter(typeof(TolerantObject<DetailPayload>))]
    public DetailPayload? VideoDetail { get; set; }
}
