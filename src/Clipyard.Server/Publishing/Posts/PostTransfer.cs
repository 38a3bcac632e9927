namespace Clipyard.Server.Publishing.Posts;

/// <summary>How the bytes come to TikTok.</summary>
internal enum PostTransfer
{
    /// <summary>We send them. Needs no verified domain, and can be resumed.</summary>
    Upload,

    /// <summary>TikTok fetches them from <c>/pull</c>. Needs the public address below a verified property; photos know no other way.</summary>
    Pull,
}
