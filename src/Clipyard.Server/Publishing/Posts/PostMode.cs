namespace Clipyard.Server.Publishing.Posts;

/// <summary>What TikTok is asked to do with it.</summary>
internal enum PostMode
{
    /// <summary>A draft in the creator's inbox, who finishes and posts it. Video drafts carry no caption and no settings.</summary>
    Inbox,

    /// <summary>A post.</summary>
    Direct,
}
