using System.Text.Json.Serialization;

namespace Clipyard.Sandbox;

/// <summary>The classes of addresses that faults, rate limits and the journal tell apart.</summary>
public enum SandboxEndpoint
{
    /// <summary>Any of them.</summary>
    Any,

    /// <summary>Watch pages of videos and photo posts.</summary>
    Page,

    /// <summary>Profile pages and <c>/api/user/detail/</c>.</summary>
    Profile,

    /// <summary><c>/api/creator/item_list/</c>, <c>/api/post/item_list/</c>, <c>/api/collection/item_list/</c>.</summary>
    Listing,

    /// <summary>Video files, and <c>/aweme/v1/play/</c> that leads to them.</summary>
    Media,

    /// <summary>Sound files.</summary>
    Audio,

    /// <summary>Photos, covers, avatars.</summary>
    Image,

    /// <summary>Subtitle files.</summary>
    Subtitle,

    /// <summary>Short links on <c>vm.</c>, <c>vt.</c> and <c>/t/</c>.</summary>
    ShortLink,

    /// <summary><c>/embed/@user</c> and <c>/embed/v2/ID</c>.</summary>
    Embed,

    /// <summary><c>/oembed</c>.</summary>
    [JsonStringEnumMemberName("oembed")]
    OEmbed,

    /// <summary>Everything else: the home page, <c>/login</c>, unknown paths.</summary>
    Other,

    /// <summary>The control interface; never faulty, never limited, never in the journal.</summary>
    Control,
}
