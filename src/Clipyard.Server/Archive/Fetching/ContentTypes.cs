namespace Clipyard.Server.Archive.Fetching;

/// <summary>What the archive keeps, by extension: the library has looked at the bytes before it names one.</summary>
internal static class ContentTypes
{
    public static string Of(string extension) =>
        extension switch
        {
            "mp4" => "video/mp4",
            "mov" => "video/quicktime",
            "m4a" => "audio/mp4",
            "mp3" => "audio/mpeg",
            "jpg" => "image/jpeg",
            "webp" => "image/webp",
            "png" => "image/png",
            "avif" => "image/avif",
            "heic" => "image/heic",
            _ => "application/octet-stream",
        };
}
