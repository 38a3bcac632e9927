using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>An answer of the listing interfaces, or of the search.</summary>
internal sealed class ListingPayload
{
    public long? StatusCode { get; set; }

    [JsonPropertyName("status_code")]
    public long? StatusCodeSnake { get; set; }

    public string? StatusMsg { get; set; }

    [JsonPropertyName("status_msg")]
    public string? StatusMsgSnake { get; set; }

    [JsonConverter(typeof(TolerantList<ItemPayload>))]
    public List<ItemPayload>? ItemList { get; set; }

    [JsonPropertyName("item_list")]
    [JsonConverter(typeof(TolerantList<ItemPayload>))]
    public List<ItemPayload>? ItemListSnake { get; set; }

    /// <summary>In answers of the general search.</summary>
    [JsonConverter(typeof(TolerantList<SearchHitPayload>))]
    public List<SearchHitPayload>? Data { get; set; }

    public bool? HasMore { get; set; }

    [JsonPropertyName("has_more")]
    public bool? HasMoreSnake { get; set; }

    public bool? HasMorePrevious { get; set; }

    public string? Cursor { get; set; }

    /// <summary>In answers that ask for a captcha instead.</summary>
    public long? Code { get; set; }
}
