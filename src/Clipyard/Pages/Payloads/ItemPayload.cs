using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>A post: <c>itemStruct</c> in pages, an element of <c>itemList</c> in listings.</summary>
internal sealed class ItemPayload
{
    public string? Id { get; set; }

    public string? Desc { get; set; }

    public long? CreateTime { get; set; }

    [JsonConverter(typeof(TolerantAuthor))]
    public AuthorPayload? Author { get; set; }

    /// <summary>Beside <see cref="Author"/> where that is only a name.</summary>
    public string? AuthorId { get; set; }

    public string? AuthorSecId { get; set; }

    public string? Nickname { get; set; }

    [JsonConverter(typeof(TolerantObject<StatsPayload>))]
    public StatsPayload? Stats { get; set; }

    [JsonConverter(typeof(TolerantObject<StatsPayload>))]
    public StatsPayload? StatsV2 { get; set; }

    [JsonConverter(typeof(TolerantObject<MediaPayload>))]
    public MediaPayload? Video { get; set; }

    [JsonConverter(typeof(TolerantObject<MusicPayload>))]
    public MusicPayload? Music { get; set; }

    [JsonConverter(typeof(TolerantList<TextExtraPayload>))]
    public List<TextExtraPayload>? TextExtra { get; set; }

    [JsonConverter(typeof(TolerantObject<ImagePostPayload>))]
    public ImagePostPayload? ImagePost { get; set; }

    public bool? IsAd { get; set; }

    public bool? PrivateItem { get; set; }

    public bool? Secret { get; set; }

    public bool? ForFriend { get; set; }

    public bool? IsContentClassified { get; set; }

    public bool? IsPinnedItem { get; set; }
}
