using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>The pictures of a photo post.</summary>
internal sealed class ImagePostPayload
{
    [JsonConverter(typeof(TolerantList<ImagePayload>))]
    public List<ImagePayload>? Images { get; set; }

    [JsonConverter(typeof(TolerantObject<ImagePayload>))]
    public ImagePayload? Cover { get; set; }
}
