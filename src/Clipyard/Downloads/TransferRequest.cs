using Clipyard.Http;

namespace Clipyard.Downloads;

/// <summary>One file to fetch.</summary>
/// <param name="Part">Which file of the post.</param>
/// <param name="Urls">Mirrors of the same bytes, in the order in which they are tried.</param>
/// <param name="Session">The visit that the addresses came from: its cookies open them.</param>
/// <param name="AnnouncedBytes">The length that the page announces; null when it does not.</param>
/// <param name="FileHash">TikTok's MD5 of the bytes; null where unknown. Without it nothing is resumed across runs.</param>
/// <param name="Version">What identifies the bytes across mirrors and runs.</param>
/// <param name="NewCheck">Makes what verifies the file.</param>
internal sealed record TransferRequest(
    MediaPart Part,
    IReadOnlyList<string> Urls,
    BrowserSession Session,
    long? AnnouncedBytes,
    string? FileHash,
    string Version,
    Func<IMediaCheck> NewCheck
);
