using System.Globalization;

namespace Clipyard.TikTokApi.Posting;

/// <summary>One chunk of a plan.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Offset">Where it starts, in bytes from the beginning of the file.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="IsLast">Whether TikTok has the whole video with it.</param>
public readonly record struct UploadChunk(int Index, long Offset, long Length, bool IsLast)
{
    /// <summary>Its <c>Content-Range</c> within a file of so many bytes.</summary>
    public string ContentRange(long totalBytes) =>
        string.Create(CultureInfo.InvariantCulture, $"bytes {Offset}-{Offset + Length - 1}/{totalBytes}");
}
