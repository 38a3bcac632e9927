namespace Clipyard.Videos;

/// <summary>How a rendition's picture is encoded.</summary>
public enum VideoCodec
{
    /// <summary>TikTok did not say.</summary>
    Unknown,

    /// <summary>H.264: plays everywhere.</summary>
    H264,

    /// <summary>H.265, called <c>bytevc1</c> or <c>h265_hvc1</c> by TikTok: plays on many devices.</summary>
    H265,

    /// <summary>ByteDance's own codec, <c>bytevc2</c>: nothing else plays it.</summary>
    ByteVc2,
}
