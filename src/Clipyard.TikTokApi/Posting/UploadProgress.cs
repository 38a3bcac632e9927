using System.Runtime.InteropServices;

namespace Clipyard.TikTokApi.Posting;

/// <summary>How far an upload is.</summary>
/// <param name="SentBytes">Bytes of the whole video that were sent, those of earlier calls included.</param>
/// <param name="TotalBytes">All its bytes.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct UploadProgress(long SentBytes, long TotalBytes);
