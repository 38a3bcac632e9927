using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Requests.Answers;

/// <summary>What people have to know about drafts.</summary>
internal static class PostNotes
{
    private const string VideoDraft =
        "A draft carries no caption and no settings: copy the caption into TikTok by hand and choose the settings there.";

    private const string PhotoDraft =
        "A draft of photos carries its title and description but no settings: choose them in TikTok.";

    /// <summary>Null for direct posts.</summary>
    public static string? Of(Post post) =>
        (post.Mode, post.Kind) switch
        {
            (PostMode.Inbox, PostKind.Video) => VideoDraft,
            (PostMode.Inbox, _) => PhotoDraft,
            _ => null,
        };
}
