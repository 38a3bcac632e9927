using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Official.Posting;

/// <summary>Puts what was received on the sandbox's public site.</summary>
internal sealed class PostMaker(OfficialState state, Func<string> newPostId)
{
    private const int PrivatePost = 10216;
    private const int PrivateAccount = 10222;
    private const int Reviewed = 10204;

    public PublishedPost Make(PublishTask task, PostWish wish)
    {
        var id = newPostId();
        var clips = task
            .Files.Select(
                (file, i) => state.World.Shelf.Add($"{task.PublishId}/{i}", file.Path, file.Length, file.Facts)
            )
            .ToList();
        state.World.AddPost(Hidden(Content(task, id, wish, clips), wish));
        var post = new PublishedPost
        {
            PostId = id,
            PublishId = task.PublishId,
            ClientKey = task.Grant.ClientKey,
            Creator = task.Grant.Username,
            Time = state.Clock.Now,
            Mode = task.Mode,
            Sha256 = [.. task.Files.Select(file => file.Sha256)],
            Bytes = task.Files.Sum(file => file.Length),
            IsPhoto = task.IsPhoto,
            Wish = wish,
        };
        state.Published.Add(post);
        return post;
    }

    /// <summary>Shows a post to everyone.</summary>
    /// <returns>Whether it is still there.</returns>
    public bool Release(string postId) =>
        state.World.ChangePost(postId, post => post with { StatusCode = 0, StatusMessage = "" }) is not null;

    /// <summary>Shows a post to its creator only.</summary>
    public void Hide(string postId) =>
        state.World.ChangePost(postId, post => post with { StatusCode = PrivatePost, StatusMessage = "" });

    private SandboxPost Hidden(SandboxPost post, PostWish wish)
    {
        if (wish.PrivacyLevel == PrivacyLevels.Public)
        {
            return post with { StatusCode = Reviewed, StatusMessage = "author_status,status_reviewing" };
        }

        var isPrivate = state.World.FindCreator(post.Creator) is { Private: true };
        return post with { StatusCode = isPrivate ? PrivateAccount : PrivatePost };
    }

    private static SandboxPost Content(PublishTask task, string id, PostWish wish, List<string> clips)
    {
        var post = new SandboxPost
        {
            Id = id,
            Creator = task.Grant.Username,
            Caption = wish.Caption,
            DownloadAllowed = false,
            Cover = "petals.jpg",
        };
        if (task.IsPhoto)
        {
            return post with { Images = [.. clips.Select(clip => new SandboxImage { Clip = clip })] };
        }

        var facts = task.Files[0].Facts;
        return post with
        {
            Renditions =
            [
                new SandboxRendition
                {
                    Clip = clips[0],
                    Gear = "normal_540_0",
                    Quality = $"{Math.Min(facts?.Width ?? 0, facts?.Height ?? 0)}p",
                    Codec = facts?.Codec is "h265" ? "bytevc1" : "h264",
                },
            ],
        };
    }
}
