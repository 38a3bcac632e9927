using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>A profile page's data, and the answer of the interface behind it.</summary>
internal sealed class UserDetailPayload
{
    public long? StatusCode { get; set; }

    public string? StatusMsg { get; set; }

    [JsonConverter(typeof(TolerantObject<UserInfoPayload>))]
    public UserInfoPayload? UserInfo { get; set; }
}
