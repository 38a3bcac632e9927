using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>One embed page: a post, or a creator with the newest posts.</summary>
internal sealed class EmbedPayload
{
    [JsonConverter(typeof(TolerantObject<EmbedVideoPayload>))]
    public EmbedVideoPayload? VideoData { get; set; }

    [JsonConverter(typeof(TolerantObject<UserPayload>))]
    public UserPayload? UserInfo { get; set; }

    [JsonConverter(typeof(TolerantList<EmbedListedPayload>))]
    public List<EmbedListedPayload>? VideoList { get; set; }

    public bool? IsError { get; set; }

    public long? ErrorCode { get; set; }
}
