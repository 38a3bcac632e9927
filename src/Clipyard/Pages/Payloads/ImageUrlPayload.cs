using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>Mirrors of one picture.</summary>
internal sealed class ImageUrlPayload
{
    [JsonConverter(typeof(TolerantStrings))]
    public List<string>? UrlList { get; set; }
}
