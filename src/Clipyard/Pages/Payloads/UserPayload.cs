using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>A creator in their own profile.</summary>
internal sealed class UserPayload
{
    public string? Id { get; set; }

    public string? UniqueId { get; set; }

    public string? Nickname { get; set; }

    public string? SecUid { get; set; }

    public string? Signature { get; set; }

    [JsonConverter(typeof(TolerantObject<BioLinkPayload>))]
    public BioLinkPayload? BioLink { get; set; }

    public string? AvatarLarger { get; set; }

    public string? AvatarMedium { get; set; }

    public string? AvatarThumb { get; set; }

    /// <summary>How embed pages spell it.</summary>
    public string? AvatarThumbUrl { get; set; }

    public long? CreateTime { get; set; }

    public bool? Verified { get; set; }

    public bool? PrivateAccount { get; set; }

    public bool? Secret { get; set; }

    /// <summary>In embed pages; elsewhere in the stats.</summary>
    public long? FollowerCount { get; set; }

    public long? HeartCount { get; set; }

    public long? FollowingCount { get; set; }
}
