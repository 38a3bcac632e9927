using System.Text.Json.Serialization;
using Clipyard.TikTokApi.Json;

namespace Clipyard.TikTokApi.Display;

internal sealed class VideoListPayload
{
    [JsonConverter(typeof(LooseList<VideoPayload>))]
    public List<VideoPayload>? Videos { get; init; }

    public long? Cursor { get; init; }

    public bool? HasMore { get; init; }
}
