using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>A page of 2020 or 2021: a post, or a creator with the newest posts.</summary>
internal sealed class NextPagePayload
{
    public long? StatusCode { get; set; }

    public string? StatusMsg { get; set; }

    [JsonConverter(typeof(TolerantObject<ItemInfoPayload>))]
    public ItemInfoPayload? ItemInfo { get; set; }

    [JsonConverter(typeof(TolerantObject<UserInfoPayload>))]
    public UserInfoPayload? UserInfo { get; set; }

    [JsonConverter(typeof(TolerantList<ItemPayload>))]
    public List<ItemPayload>? Items { get; set; }

    [JsonConverter(typeof(TolerantObject<NextMetaPayload>))]
    public NextMetaPayload? MetaParams { get; set; }
}
