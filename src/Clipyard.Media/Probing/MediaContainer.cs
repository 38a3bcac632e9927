namespace Clipyard.Media.Probing;

/// <summary>The family of a media file.</summary>
public enum MediaContainer
{
    /// <summary>MP4 and its relatives (M4A, M4V, CMAF).</summary>
    Mp4,

    /// <summary>QuickTime: the brand <c>qt  </c>, or a file from before brands existed.</summary>
    Mov,

    /// <summary>WebM: Matroska with VP8, VP9 or AV1 and Opus or Vorbis, by its own word (<c>DocType</c>).</summary>
    WebM,

    /// <summary>Matroska in general (MKV).</summary>
    Matroska,
}
