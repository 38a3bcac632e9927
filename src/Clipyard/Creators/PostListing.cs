using System.Runtime.CompilerServices;
using Clipyard.Failures;
using Clipyard.Http;
using Clipyard.Links;
using Clipyard.Pages;
using Clipyard.Videos;
using Microsoft.Extensions.Logging;

namespace Clipyard.Creators;

/// <summary>Walks <c>/api/creator/item_list/</c>, the listing that needs no signature.</summary>
/// <remarks>Its quirks, and where each was seen: docs/tiktok-web.md, "Profiles and listings".</remarks>
internal sealed partial class PostListing(
    PageFetcher pages,
    ProfileReader profiles,
    PostReader posts,
    StatisticsRecorder statistics,
    TimeProvider time,
    ILogger logger
)
{
    /// <summary>How often a page that repeats itself is asked for again under another device id.</summary>
    private const int RepeatedPagesAtMost = 3;

    /// <summary>How far the endpoint looks back from its cursor: after an empty page the cursor goes back so far.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(7);

    /// <summary>No post is older: TikTok began in September 2016.</summary>
    private static readonly DateTimeOffset Beginning = DateTimeOffset.FromUnixTimeMilliseconds(1472706000000);

    public async IAsyncEnumerable<VideoInfo> WalkAsync(
        TikTokLink.Profile profile,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var owner = await statistics.MeasureAsync("list posts", () => FindOwnerAsync(profile, cancellationToken));
        var oldest = owner.CreatedAt is { } created && created > Beginning ? created : Beginning;
        var seen = new HashSet<VideoId>();
        var query = new ListingQuery(owner.SecUid!, time.GetUtcNow());

        for (var repeated = 0; query.Cursor > oldest; )
        {
            var current = query;
            var page = await statistics.MeasureAsync("list posts", () => ReadPageAsync(current, cancellationToken));
            var fresh = page.Posts.Where(post => IsBy(owner, post) && seen.Add(post.Id)).ToList();
            foreach (var post in fresh)
            {
                yield return post;
            }

            if (fresh.Count == 0 && page.Posts.Count > 0 && page.HasMore && ++repeated <= RepeatedPagesAtMost)
            {
                // A device id that TikTok has banned gets the same page for ever.
                LogRepeated(profile.Name, repeated);
                query = query.WithNewDevice();
                continue;
            }

            if (!page.HasMore || repeated > RepeatedPagesAtMost)
            {
                break;
            }

            repeated = fresh.Count > 0 ? 0 : repeated;
            query = query.Before(NextCursor(query, page.Posts));
        }

        if (seen.Count == 0 && owner.Videos > 0)
        {
            throw new ContentUnavailableException(
                FailureCatalogue.PrivateAccount,
                $"The profile counts {owner.Videos} posts, but none is public."
            )
            {
                Address = profile.CanonicalUrl,
            };
        }
    }

    /// <summary>False for a post that is known to be another creator's.</summary>
    private static bool IsBy(Creator owner, VideoInfo post) =>
        post.Author is not { } author
        || (
            author.SecUid is { } secUid
                ? secUid.Equals(owner.SecUid, StringComparison.Ordinal)
                : author.Username is not { } username
                    || LinkReader.IsSecUid(owner.Username)
                    || username.Equals(owner.Username, StringComparison.OrdinalIgnoreCase)
        );

    private static DateTimeOffset NextCursor(ListingQuery query, IReadOnlyList<VideoInfo> posts)
    {
        var last = posts.Count > 0 ? posts[^1].CreatedAt : null;
        return last < query.Cursor ? last.Value : query.Cursor - LookBack;
    }

    private async Task<(IReadOnlyList<VideoInfo> Posts, bool HasMore)> ReadPageAsync(
        ListingQuery query,
        CancellationToken cancellationToken
    )
    {
        var uri = query.ToUri();
        var page = await pages.GetAsync(uri, userAgent: null, cancellationToken);
        var content = page.Content;
        if (content.Failure is not null)
        {
            // The answer itself does not say that it is about an account.
            var failure = PageFailures.For(content.StatusCode ?? 0, content.StatusMessage, isProfile: true);
            throw (content with { Failure = failure ?? content.Failure }).ToException(content.Failure, uri);
        }

        var session = page.Session;
        return ([.. content.Posts.Select(post => post with { Session = session })], content.HasMore ?? false);
    }

    /// <summary>The creator with a secUid: from the name, the profile, or the newest post that the embed page names.</summary>
    private async Task<Creator> FindOwnerAsync(TikTokLink.Profile profile, CancellationToken cancellationToken)
    {
        if (profile.IsSecUid)
        {
            return new Creator { Username = profile.Name, SecUid = profile.Name };
        }

        var creator = await profiles.ReadAsync(profile, cancellationToken);
        if (creator.SecUid is not null)
        {
            return creator;
        }

        var embed = await profiles.ReadEmbedAsync(profile, cancellationToken);
        if (embed?.Posts is not [var newest, ..])
        {
            throw new ClipyardException(
                FailureCatalogue.PageChanged,
                "Neither profile nor embed page names the secUid."
            )
            {
                Address = profile.CanonicalUrl,
            };
        }

        var post = await posts.ReadAsync(newest.Id, profile.Name, cancellationToken);
        return creator with
        {
            SecUid =
                post.Author?.SecUid
                ?? throw new ClipyardException(
                    FailureCatalogue.PageChanged,
                    "The newest post does not name its author."
                )
                {
                    Address = profile.CanonicalUrl,
                },
        };
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "The listing of {Name} repeats itself; trying another device id ({Count})"
    )]
    private partial void LogRepeated(string name, int count);
}
