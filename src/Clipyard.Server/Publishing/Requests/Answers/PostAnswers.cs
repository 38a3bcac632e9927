using Clipyard.Server.Accounts;
using Clipyard.Server.Api;
using Clipyard.Server.Archive;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Accepting;
using Clipyard.Server.Publishing.Sending;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Requests.Answers;

/// <summary>Makes answers out of posts.</summary>
internal sealed class PostAnswers(
    ClipyardDb db,
    IAccounts accounts,
    IClipPictures pictures,
    UploadProgressBoard progress,
    IPublicAddress address
)
{
    /// <summary>One post's.</summary>
    public async Task<PostAnswer> ForAsync(Post post, CancellationToken cancellationToken) =>
        (await ForAsync([post], cancellationToken))[0];

    /// <summary>Those of several posts, in their order.</summary>
    public async Task<IReadOnlyList<PostAnswer>> ForAsync(
        IReadOnlyList<Post> posts,
        CancellationToken cancellationToken
    )
    {
        var clips = posts.Select(post => post.Source.ClipId).OfType<string>().Distinct(StringComparer.Ordinal);
        return await MakeAsync(posts, await pictures.FindAsync([.. clips], cancellationToken), cancellationToken);
    }

    /// <summary>
    /// The same without pictures, for those who show none. Their addresses open a file of ours to whoever has them, which is
    /// nothing for messages to others.
    /// </summary>
    public Task<IReadOnlyList<PostAnswer>> WithoutPicturesAsync(
        IReadOnlyList<Post> posts,
        CancellationToken cancellationToken
    ) => MakeAsync(posts, new Dictionary<string, string>(StringComparer.Ordinal), cancellationToken);

    /// <summary>Where a post is found.</summary>
    public string UrlOf(Guid postId) => address.Absolute($"api/posts/{postId}");

    private async Task<IReadOnlyList<PostAnswer>> MakeAsync(
        IReadOnlyList<Post> posts,
        IReadOnlyDictionary<string, string> shown,
        CancellationToken cancellationToken
    )
    {
        var ids = posts.Select(post => post.Id).ToList();
        var rows = await db
            .PostFiles.AsNoTracking()
            .Where(file => ids.Contains(file.PostId))
            .OrderBy(file => file.Position)
            .ToListAsync(cancellationToken);
        var files = rows.ToLookup(file => file.PostId);
        var known = new Dictionary<Guid, PostAccountAnswer>();
        foreach (var id in posts.Select(post => post.AccountId).Distinct())
        {
            var account = await accounts.FindAsync(id, cancellationToken);
            known[id] = new PostAccountAnswer(id, account?.Username, account?.DisplayName);
        }

        return [.. posts.Select(post => Of(post, known[post.AccountId], files[post.Id], shown))];
    }

    private static string? PostUrlOf(Post post, string? username)
    {
        if (post.PostIds.Count == 0 || username is null)
        {
            return null;
        }

        var kind = post.Kind == PostKind.Photos ? "photo" : "video";
        return $"https://www.tiktok.com/@{Uri.EscapeDataString(username)}/{kind}/{post.PostIds[0]}";
    }

    private static PostWaitAnswer? WaitOf(Post post) =>
        post.WaitCode is { } code && !PostStates.IsEnd(post.State)
            ? new PostWaitAnswer(code, post.WaitReason, post.DueAt)
            : null;

    private PostAnswer Of(
        Post post,
        PostAccountAnswer account,
        IEnumerable<PostFile> files,
        IReadOnlyDictionary<string, string> shown
    )
    {
        var status = PostStates.StatusOf(post.State);
        return new PostAnswer
        {
            Success = status != "FAILED",
            PostId = post.Id,
            State = post.State,
            Status = status,
            Kind = post.Kind,
            Mode = post.Mode,
            Transfer = post.Transfer,
            Account = account,
            TaskId = post.TaskId,
            ClipId = post.Source.ClipId,
            ThumbnailUrl = post.Source.ClipId is { } clip ? shown.GetValueOrDefault(clip) : null,
            Caption = post.Caption,
            Title = post.PhotoTitle,
            Note = PostNotes.Of(post),
            Settings = post.Settings,
            ScheduleTime = ScheduleReader.Show(post.ScheduledFor, post.ScheduleZone),
            ScheduleZone = post.ScheduleZone,
            Version = post.Version,
            Revision = post.Revision,
            NeedsApproval = post.NeedsApproval,
            ApprovedAt = post.ApprovedAt,
            ApprovedBy = post.ApprovedBy,
            Wait = WaitOf(post),
            PublishId = post.PublishId,
            PostUrl = PostUrlOf(post, post.Username ?? account.Username),
            PostIds = post.PostIds,
            Fail = PostFailAnswer.Of(post),
            UploadedBytes = progress.Find(post.Id),
            Files = [.. files.Select(PostFileAnswer.Of)],
            RepairNotes = post.RepairNotes ?? [],
            Attempts = post.Attempts,
            CreatedAt = post.CreatedAt,
            UpdatedAt = post.UpdatedAt,
            InInboxAt = post.InInboxAt,
            EndedAt = post.EndedAt,
            StatusUrl = UrlOf(post.Id),
        };
    }
}
