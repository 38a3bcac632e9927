using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>A creator and their counters.</summary>
internal sealed class UserInfoPayload
{
    [JsonConverter(typeof(TolerantObject<UserPayload>))]
    public UserPayload? User { get; set; }

    [JsonConverter(typeof(TolerantObject<UserStatsPayload>))]
    public UserStatsPayload? Stats { get; set; }

    [JsonConverter(typeof(TolerantObject<UserStatsPayload>))]
    public UserStatsPayload? StatsV2 { get; set; }
}
