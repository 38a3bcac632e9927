namespace Clipyard.Media.Webm;

/// <summary>Common names of codecs by Matroska's names for them.</summary>
internal static class WebmCodecs
{
    public static string Of(string codecId) =>
        codecId switch
        {
            "V_VP8" => "vp8",
            "V_VP9" => "vp9",
            "V_AV1" => "av1",
            "V_MPEG4/ISO/AVC" => "h264",
            "V_MPEGH/ISO/HEVC" => "h265",
            "V_MPEG4/ISO/SP" or "V_MPEG4/ISO/ASP" or "V_MPEG4/ISO/AP" => "mpeg4",
            "V_MPEG2" => "mpeg2",
            "V_MJPEG" => "mjpeg",
            "V_FFV1" => "ffv1",
            "V_PRORES" => "prores",
            "A_OPUS" => "opus",
            "A_VORBIS" => "vorbis",
            "A_MPEG/L3" => "mp3",
            "A_AC3" => "ac3",
            "A_EAC3" => "eac3",
            "A_FLAC" => "flac",
            _ when codecId.StartsWith("A_AAC", StringComparison.Ordinal) => "aac",
            _ when codecId.StartsWith("A_PCM", StringComparison.Ordinal) => "pcm",
            _ => codecId,
        };
}
