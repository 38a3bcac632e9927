namespace Clipyard.TikTokApi.Posting;

/// <summary>The containers that TikTok takes.</summary>
public enum VideoFormat
{
    /// <summary>MP4, which TikTok recommends.</summary>
    Mp4,

    /// <summary>QuickTime: <c>.mov</c> files.</summary>
    QuickTime,

    /// <summary>WebM.</summary>
    WebM,
}
