using System.Security.Cryptography;
using System.Text.Json;

namespace Clipyard.Server.Publishing.Posts;

/// <summary>What a person approves: everything that TikTok will be told, and when.</summary>
internal static class PostVersion
{
    /// <summary>The version of a post whose files are staged: 32 hex digits.</summary>
    public static string Of(Post post, IEnumerable<PostFile> files)
    {
        var told = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                post.AccountId,
                post.Kind,
                post.Mode,
                post.Transfer,
                post.Caption,
                post.PhotoTitle,
                post.Settings,
                post.ScheduledFor,
                Files = files.OrderBy(file => file.Position).Select(file => file.Sha256),
            }
        );
        return Convert.ToHexStringLower(SHA256.HashData(told).AsSpan(0, 16));
    }
}
