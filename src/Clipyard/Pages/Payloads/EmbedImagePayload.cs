using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>One picture of an embed page.</summary>
internal sealed class EmbedImagePayload
{
    [JsonConverter(typeof(TolerantStrings))]
    public List<string>? UrlList { get; set; }

    public long? Width { get; set; }

    public long? Height { get; set; }
}
