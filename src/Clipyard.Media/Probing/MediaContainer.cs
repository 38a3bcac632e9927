namespace Clipyard.Media.Probing;

/// <summary>The family a file of boxes belongs to.</summary>
public enum MediaContainer
{
    /// <summary>MP4 and its relatives (M4A, M4V, CMAF).</summary>
    Mp4,

    /// <summary>QuickTime: the brand <c>qt  </c>, or a file from before brands existed.</summary>
    Mov,
}
