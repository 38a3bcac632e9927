using Clipyard.Failures;
using Clipyard.Videos;

namespace Clipyard.Downloads;

/// <summary>A post's metadata during one download: read again, once, when its media addresses have lapsed.</summary>
internal sealed class FreshPost(VideoInfo video, Func<VideoInfo, Task<VideoInfo>> refresh)
{
    private bool _isRefreshed;

    /// <summary>The newest there is.</summary>
    public VideoInfo Current { get; private set; } = video;

    /// <summary>Does something with the post's addresses, and once more with fresh ones if they have lapsed.</summary>
    public async Task<T> UseAsync<T>(Func<VideoInfo, Task<T>> use)
    {
        try
        {
            return await use(Current);
        }
        catch (ClipyardException error) when (error.Failure == FailureCatalogue.MediaExpired && !_isRefreshed)
        {
            _isRefreshed = true;
        }

        Current = await refresh(Current);
        return await use(Current);
    }
}
