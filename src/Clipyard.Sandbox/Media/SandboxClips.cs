using Clipyard.Sandbox.Hosting;

namespace Clipyard.Sandbox.Media;

/// <summary>The clips that travel with the sandbox, for who needs something real to upload.</summary>
public static class SandboxClips
{
    /// <summary>Six seconds of H.264, 576 x 1024, 30 frames a second, with sound.</summary>
    public const string Plain = "tide.mp4";

    /// <summary>A JPEG photo, 1080 x 1440.</summary>
    public const string Photo = "shore.jpg";

    /// <summary>The bytes of a clip.</summary>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static byte[] Bytes(string name) => [.. ClipLibrary.Bytes(name)];

    /// <summary>A playable MP4 of any size, made while it is read: <see cref="Plain"/> and one <c>free</c> box.</summary>
    /// <param name="totalBytes">Its length.</param>
    /// <exception cref="ArgumentOutOfRangeException">Smaller than the clip and a box header.</exception>
    public static Stream OpenPadded(long totalBytes) =>
        new SegmentedStream(PaddedClip.Create(ClipLibrary.Bytes(Plain), totalBytes));
}
