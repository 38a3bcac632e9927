using System.Text.Json.Serialization;
using Clipyard.TikTokApi.Json;

namespace Clipyard.TikTokApi.Accounts;

internal sealed class UserDataPayload
{
    [JsonConverter(typeof(LooseObject<UserPayload>))]
    public UserPayload? User { get; init; }
}
