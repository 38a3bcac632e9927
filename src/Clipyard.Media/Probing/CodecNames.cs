namespace Clipyard.Media.Probing;

/// <summary>Common names of codecs by the four-character code of their samples.</summary>
internal static class CodecNames
{
    public static string Of(string codecId) =>
        codecId switch
        {
            "avc1" or "avc3" => "h264",
            "hvc1" or "hev1" or "dvh1" or "dvhe" => "h265",
            "av01" => "av1",
            "vp08" => "vp8",
            "vp09" => "vp9",
            "mp4v" => "mpeg4",
            "s263" or "h263" => "h263",
            "bvc1" => "bytevc1",
            "bvc2" => "bytevc2",
            "jpeg" or "mjpa" or "mjpb" => "mjpeg",
            "apch" or "apcn" or "apcs" or "apco" or "ap4h" or "ap4x" => "prores",
            "mp4a" => "aac",
            ".mp3" => "mp3",
            "ac-3" => "ac3",
            "ec-3" => "eac3",
            "Opus" => "opus",
            "fLaC" => "flac",
            "sowt" or "twos" or "lpcm" or "ipcm" => "pcm",
            _ => codecId,
        };

    /// <summary>What an <c>mp4a</c> entry really holds, from the object type of its descriptor.</summary>
    public static string OfObjectType(byte objectType) =>
        objectType switch
        {
            0x40 or 0x66 or 0x67 or 0x68 => "aac",
            0x69 or 0x6b => "mp3",
            0xa5 => "ac3",
            0xa6 => "eac3",
            _ => "mp4a",
        };
}
