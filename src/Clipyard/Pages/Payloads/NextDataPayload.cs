using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary><c>__NEXT_DATA__</c>: pages of 2020 and 2021.</summary>
internal sealed class NextDataPayload
{
    [JsonConverter(typeof(TolerantObject<NextPropsPayload>))]
    public NextPropsPayload? Props { get; set; }
}
