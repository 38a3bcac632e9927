namespace Clipyard.Links;

/// <summary>What a TikTok address leads to, where Clipyard does not read it.</summary>
public enum UnsupportedKind
{
    /// <summary>A live stream.</summary>
    Live,

    /// <summary>A creator's collection of favourite posts.</summary>
    Collection,

    /// <summary>A creator's playlist.</summary>
    Playlist,

    /// <summary>A hashtag's page.</summary>
    Tag,

    /// <summary>A sound's page.</summary>
    Music,

    /// <summary>An effect's ("sticker") page.</summary>
    Effect,

    /// <summary>A page of the site that is no post and no profile: explore, search, login, home.</summary>
    NotAPost,
}
