namespace Clipyard.Server.Archive;

/// <summary>What is kept of a post.</summary>
internal enum ClipKind
{
    /// <summary>Its video.</summary>
    Video,

    /// <summary>Its pictures, and their sound.</summary>
    Photo,

    /// <summary>Its sound alone.</summary>
    Audio,
}
