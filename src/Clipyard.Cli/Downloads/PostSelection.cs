using System.Runtime.CompilerServices;
using Clipyard.Cli.Options;
using Clipyard.Videos;

namespace Clipyard.Cli.Downloads;

/// <summary>Which of a creator's posts are taken.</summary>
internal sealed record PostSelection
{
    /// <summary>At most so many; null for all.</summary>
    public int? Max { get; init; }

    /// <summary>Taken at random among all instead of newest first.</summary>
    public bool Random { get; init; }

    /// <summary>The first day, UTC; null for no limit.</summary>
    public DateOnly? After { get; init; }

    /// <summary>The last day, UTC; null for no limit.</summary>
    public DateOnly? Before { get; init; }

    public static PostSelection From(Settings settings) =>
        new()
        {
            Max = settings.Value(SelectionOptions.Max),
            Random = settings.Has(SelectionOptions.Random),
            After = settings.Value(SelectionOptions.After),
            Before = settings.Value(SelectionOptions.Before),
        };

    /// <summary>Whether a post lies between the days. One without a known time does.</summary>
    public bool Includes(VideoInfo video) => DayOf(video) is not { } day || (!(day < After) && !(day > Before));

    /// <summary>Selects from a list that comes newest first, apart from pinned posts.</summary>
    public IAsyncEnumerable<VideoInfo> FromAsync(
        IAsyncEnumerable<VideoInfo> posts,
        CancellationToken cancellationToken
    ) => Random ? AtRandomAsync(posts, cancellationToken) : NewestAsync(posts, Max, cancellationToken);

    private async IAsyncEnumerable<VideoInfo> NewestAsync(
        IAsyncEnumerable<VideoInfo> posts,
        int? max,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var taken = 0;
        await foreach (var post in posts.WithCancellation(cancellationToken))
        {
            if (Includes(post))
            {
                yield return post;
                taken++;
            }

            // Everything behind an older post is older still; pinned posts stand in front whatever their age.
            if (taken == max || (DayOf(post) < After && !post.IsPinned))
            {
                yield break;
            }
        }
    }

    private async IAsyncEnumerable<VideoInfo> AtRandomAsync(
        IAsyncEnumerable<VideoInfo> posts,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var all = await NewestAsync(posts, max: null, cancellationToken).ToArrayAsync(cancellationToken);
        System.Random.Shared.Shuffle(all);
        foreach (var post in all.Take(Max ?? all.Length))
        {
            yield return post;
        }
    }

    private static DateOnly? DayOf(VideoInfo video) =>
        (video.CreatedAt ?? video.Id.EmbeddedTime) is { } time ? DateOnly.FromDateTime(time.UtcDateTime) : null;
}
