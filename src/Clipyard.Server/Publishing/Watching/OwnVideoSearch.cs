using Clipyard.Failures;
using Clipyard.Server.Accounts;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.TikTokApi.Display;
using Clipyard.TikTokApi.OAuth;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Watching;

/// <summary>
/// Looks among the account's public videos for one that must be the post. Finding it confirms that it is posted; not
/// finding it says nothing (rule E10): it may be private, in moderation, or on another page.
/// </summary>
internal sealed class OwnVideoSearch(ClipyardDb db, IAccounts accounts)
{
    private const int ComparedLength = 150; // TikTok cuts titles there
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(2);

    /// <summary>Finds it.</summary>
    /// <returns>The id of the one video that it can be; null when there is none, more than one, or no answer.</returns>
    public async Task<string?> FindAsync(Post post, CancellationToken cancellationToken)
    {
        if (
            post
                is not {
                    Mode: PostMode.Direct,
                    Kind: PostKind.Video,
                    HandedOverAt: { } since,
                    Caption: { Length: > 0 } caption
                }
            || await accounts.FindAsync(post.AccountId, cancellationToken) is not { } account
            || !account.Scopes.Contains(TikTokScopes.VideoList)
        )
        {
            return null;
        }

        var alike = (await ListAsync(post.AccountId, cancellationToken))
            .Where(video =>
                video.CreatedAt >= since - ClockDifference && Start(video.Title ?? video.Description) == Start(caption)
            )
            .Select(video => video.Id)
            .ToList();
        return alike is [var only] && !await IsKnownAsync(post, only, cancellationToken) ? only : null;
    }

    private async Task<IReadOnlyList<OwnVideo>> ListAsync(Guid accountId, CancellationToken cancellationToken)
    {
        try
        {
            var page = await accounts.CallAsync(
                accountId,
                TikTokScopes.VideoList,
                (client, token, stop) => client.Videos.GetPageAsync(token, cancellationToken: stop),
                cancellationToken
            );
            return page.Videos;
        }
        catch (ClipyardException) when (!cancellationToken.IsCancellationRequested)
        {
            return []; // no answer says nothing; the next round asks again
        }
    }

    // Two posts may have the same caption: one video confirms one of them at most.
    private async Task<bool> IsKnownAsync(Post post, string videoId, CancellationToken cancellationToken)
    {
        var others = await db
            .Posts.Where(other => other.AccountId == post.AccountId && other.Id != post.Id)
            .Where(other => other.Caption == post.Caption)
            .Select(other => new { other.PostIds, other.State })
            .ToListAsync(cancellationToken);
        return others.Exists(other => other.PostIds.Contains(videoId, StringComparer.Ordinal) || !PostStates.IsEnd(other.State));
    }

    private static string Start(string? text) =>
        text is null ? ""
        : text.Length <= ComparedLength ? text
        : text[..ComparedLength];
}
