using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>One picture of a photo post.</summary>
internal sealed class ImagePayload
{
    [JsonPropertyName("imageURL")]
    [JsonConverter(typeof(TolerantObject<ImageUrlPayload>))]
    public ImageUrlPayload? ImageUrl { get; set; }

    public long? ImageWidth { get; set; }

    public long? ImageHeight { get; set; }
}
