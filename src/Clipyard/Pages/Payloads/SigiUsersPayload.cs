using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>The creators on a page of 2021 to 2023, by username.</summary>
internal sealed class SigiUsersPayload
{
    [JsonConverter(typeof(TolerantMap<UserPayload>))]
    public Dictionary<string, UserPayload>? Users { get; set; }

    [JsonConverter(typeof(TolerantMap<UserStatsPayload>))]
    public Dictionary<string, UserStatsPayload>? Stats { get; set; }
}
