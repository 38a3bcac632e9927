namespace Clipyard.Server.Archive;

/// <summary>
/// The cover beside a video or sound: a file of the clip like the others, recorded, verified and erased with them, and
/// told from them by its name, <c>ID.cover.jpg</c>. It is no part of the post's own files and not counted in its size.
/// </summary>
internal static class CoverObject
{
    /// <summary>What stands between the post's id and the picture's extension.</summary>
    public const string Suffix = ".cover";

    /// <summary>Whether an object is one.</summary>
    public static bool Is(string key) =>
        Path.GetFileNameWithoutExtension(key).EndsWith(Suffix, StringComparison.Ordinal);
}
