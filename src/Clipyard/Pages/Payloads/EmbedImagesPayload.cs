using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>The pictures of an embed page's photo post.</summary>
internal sealed class EmbedImagesPayload
{
    [JsonConverter(typeof(TolerantList<EmbedImagePayload>))]
    public List<EmbedImagePayload>? DisplayImages { get; set; }
}
