using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>The wrapper around a page's data.</summary>
internal sealed class NextPropsPayload
{
    [JsonConverter(typeof(TolerantObject<NextPagePayload>))]
    public NextPagePayload? PageProps { get; set; }
}
