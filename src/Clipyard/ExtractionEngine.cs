namespace Clipyard;

/// <summary>What reads a post's metadata.</summary>
public enum ExtractionEngine
{
    /// <summary>This library alone.</summary>
    Native,

    /// <summary>The yt-dlp program alone.</summary>
    YtDlp,

    /// <summary>This library, and yt-dlp where its sources hold no post or refuse.</summary>
    Auto,
}
