namespace Clipyard.TikTokApi.Posting;

/// <summary>What became of a chunk.</summary>
internal enum ChunkStanding
{
    /// <summary>Taken; more are expected.</summary>
    Accepted,

    /// <summary>Taken; the video is whole.</summary>
    Complete,

    /// <summary>Not taken: TikTok is elsewhere.</summary>
    OutOfStep,
}
