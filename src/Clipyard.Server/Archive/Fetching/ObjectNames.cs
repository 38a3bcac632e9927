using Clipyard.Downloads;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>
/// The keys of one post's objects: <c>PREFIXtiktok/USERNAME/ID.mp4</c> and <c>ID.cover.jpg</c>, from the second generation
/// on <c>ID.g2.mp4</c>.
/// </summary>
internal sealed record ObjectNames(string StorePrefix, string Username, string VideoId, int Generation)
{
    public string KeyOf(MediaPart part, string extension) =>
        part.Kind switch
        {
            MediaPartKind.Image => $"{Stem}-{part.Index:00}.{extension}",
            MediaPartKind.Cover => $"{Stem}{CoverObject.Suffix}.{extension}",
            _ => $"{Stem}.{extension}",
        };

    private string Stem =>
        Generation == 1
            ? $"{StorePrefix}tiktok/{Username}/{VideoId}"
            : $"{StorePrefix}tiktok/{Username}/{VideoId}.g{Generation}";

    /// <summary>A username as it stands in keys. One of dots alone would be a step up in a folder.</summary>
    public static string Folder(string username) =>
        username.All(c => c == '.') ? "_" + username : username.ToLowerInvariant();
}
