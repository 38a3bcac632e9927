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

    /// <summary>The consent page, <c>www.tiktok.com/v2/auth/authorize/</c>.</summary>
    Authorize,

    /// <summary><c>/v2/oauth/token/</c>.</summary>
    Token,

    /// <summary><c>/v2/oauth/revoke/</c>.</summary>
    Revoke,

    /// <summary><c>/v2/user/info/</c>.</summary>
    UserInfo,

    /// <summary><c>/v2/video/list/</c>.</summary>
    VideoList,

    /// <summary><c>/v2/video/query/</c>.</summary>
    VideoQuery,

    /// <summary><c>/v2/post/publish/creator_info/query/</c>.</summary>
    CreatorInfo,

    /// <summary><c>/v2/post/publish/video/init/</c>: a direct post.</summary>
    VideoInit,

    /// <summary><c>/v2/post/publish/inbox/video/init/</c>: a draft.</summary>
    InboxInit,

    /// <summary><c>/v2/post/publish/content/init/</c>: photos.</summary>
    PhotoInit,

    /// <summary>The upload hosts: chunks.</summary>
    Upload,

    /// <summary><c>/v2/post/publish/status/fetch/</c>.</summary>
    PublishStatus,

    /// <summary><c>/v2/post/publish/cancel/</c>.</summary>
    PublishCancel,

    /// <summary>Any other address of the official API.</summary>
    OtherOfficial,

    /// <summary>No address: what TikTok does with an upload once it has it all. Only faults strike here.</summary>
    Processing,

    /// <summary>No address of ours: webhooks on their way to an app. Only faults strike here.</summary>
    Webhook,

    /// <summary>Everything else: the home page, <c>/login</c>, unknown paths.</summary>
    Other,

    /// <summary>The control interface; never faulty, never limited, never in the journal.</summary>
    Control,
}
