namespace Clipyard.Server.Storage;

/// <summary>What a file is by its extension, for objects without a row of their own.</summary>
internal static class MediaTypes
{
    public const string Unknown = "application/octet-stream";

    /// <summary>The content type; <see cref="Unknown"/> for whatever a browser should not open.</summary>
    public static string Of(string key) =>
        Path.GetExtension(ObjectKey.NameOf(key)).ToLowerInvariant() switch
        {
            ".mp4" => "video/mp4",
            ".mov" => "video/quicktime",
            ".webm" => "video/webm",
            ".m4a" => "audio/mp4",
            ".mp3" => "audio/mpeg",
            ".jpg" or ".jpeg" => "image/jpeg",
            ".png" => "image/png",
            ".webp" => "image/webp",
            ".gif" => "image/gif",
            ".avif" => "image/avif",
            ".heic" => "image/heic",
            ".json" => "application/json",
            ".vtt" => "text/vtt",
            _ => Unknown,
        };
}
