namespace Clipyard.TikTokApi.Posting;

/// <summary>How a video is uploaded.</summary>
public sealed record UploadOptions
{
    /// <summary>How many bytes TikTok holds already, from an earlier try. Default 0. Chunks arrive whole.</summary>
    public long UploadedBytes { get; init; }

    /// <summary>
    /// Awaited once, before the first byte of the final chunk is sent. With that chunk TikTok has the video and may post
    /// it, so this is the last moment to write down that it may. What it throws ends the upload before that. Not called
    /// when TikTok turns out to hold everything already.
    /// </summary>
    public Func<CancellationToken, Task>? BeforeFinalChunk { get; init; }

    /// <summary>
    /// Asks TikTok how much it holds, where the upload's own answers do not say:
    /// <see cref="PostingClient.GetUploadedBytesAsync"/>. Null: such an upload fails.
    /// </summary>
    public Func<CancellationToken, Task<long?>>? AskUploadedBytes { get; init; }

    /// <summary>Asked before each chunk but the first of this call: true ends the call there, to go on with another.</summary>
    public Func<UploadProgress, bool>? PauseWhen { get; init; }

    /// <summary>Told about ten times a second, and at the end of each chunk. A chunk that is sent again goes back.</summary>
    public IProgress<UploadProgress>? Progress { get; init; }
}
