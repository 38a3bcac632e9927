namespace Clipyard.TikTokApi.Posting;

internal sealed record VideoSourceInfo(
    string Source,
    long? VideoSize = null,
    long? ChunkSize = null,
    long? TotalChunkCount = null,
    string? VideoUrl = null
)
{
    public static VideoSourceInfo Upload(ChunkPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new VideoSourceInfo("FILE_UPLOAD", plan.VideoBytes, plan.ChunkBytes, plan.Count);
    }

    public static VideoSourceInfo Pull(Uri address)
    {
        PostRules.ThrowIfNoWebAddress(address);
        return new VideoSourceInfo("PULL_FROM_URL", VideoUrl: address.AbsoluteUri);
    }
}
