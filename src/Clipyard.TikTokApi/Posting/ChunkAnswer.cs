using System.Runtime.InteropServices;

namespace Clipyard.TikTokApi.Posting;

/// <summary>What TikTok answered to a chunk.</summary>
/// <param name="Standing">What became of it.</param>
/// <param name="HeldBytes">How much TikTok says it holds: a count or the last index. Null when it did not say.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ChunkAnswer(ChunkStanding Standing, long? HeldBytes);
