using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Requests.Changing;

/// <summary>Keeps versions and approvals in step with what a post says.</summary>
internal static class PostApprovals
{
    /// <summary>Gives the post the version that it has now. An approval of another one is void.</summary>
    public static void Renew(Post post, IEnumerable<PostFile> files)
    {
        post.Version = PostVersion.Of(post, files);
        if (post.ApprovedVersion is not null && post.ApprovedVersion != post.Version)
        {
            post.ApprovedVersion = null;
            post.ApprovedAt = null;
            post.ApprovedBy = null;
        }
    }
}
