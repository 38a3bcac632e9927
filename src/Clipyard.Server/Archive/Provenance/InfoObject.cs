namespace Clipyard.Server.Archive.Provenance;

/// <summary>The <c>.info.json</c> beside a clip's files: its record's bytes, for whoever has the folder but no database.</summary>
internal static class InfoObject
{
    public const string Suffix = ".info.json";
    public const string ContentType = "application/json";

    /// <summary>Its key; null for a clip without files.</summary>
    public static string? KeyOf(Clip clip) => KeyOf(clip.VideoId, clip.Files.MinBy(file => file.Position)?.Object);

    public static string? KeyOf(string videoId, string? firstObject) =>
        firstObject is null ? null : firstObject[..(firstObject.LastIndexOf('/') + 1)] + videoId + Suffix;
}
