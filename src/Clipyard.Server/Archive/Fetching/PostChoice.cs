using Clipyard.Videos;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>Which of a creator's posts a job takes.</summary>
internal static class PostChoice
{
    /// <summary>The newest. Pinned posts stand in front of a list whatever their age, so they are put into their place.</summary>
    public static async Task<IReadOnlyList<VideoInfo>> NewestAsync(
        IAsyncEnumerable<VideoInfo> posts,
        int count,
        CancellationToken cancellationToken
    )
    {
        var seen = new List<VideoInfo>();
        var inOrder = 0;
        await foreach (var post in posts.WithCancellation(cancellationToken))
        {
            seen.Add(post);
            inOrder += post.IsPinned ? 0 : 1;
            if (inOrder == count)
            {
                break;
            }
        }

        return [.. seen.OrderByDescending(PostedAt).Take(count)];
    }

    /// <summary>Any, each with the same chance, newest first.</summary>
    public static async Task<IReadOnlyList<VideoInfo>> RandomAsync(
        IAsyncEnumerable<VideoInfo> posts,
        int count,
        CancellationToken cancellationToken
    )
    {
        var chosen = new List<VideoInfo>();
        var seen = 0;
        await foreach (var post in posts.WithCancellation(cancellationToken))
        {
            // Reservoir sampling: of a list of any length only the chosen ones are held.
            seen++;
            if (chosen.Count < count)
            {
                chosen.Add(post);
            }
            else if (Random.Shared.Next(seen) is var place && place < count)
            {
                chosen[place] = post;
            }
        }

        return [.. chosen.OrderByDescending(PostedAt)];
    }

    public static DateTimeOffset? PostedAt(VideoInfo post) => post.CreatedAt ?? post.Id.EmbeddedTime;
}
