using System.Text.Json;

namespace Clipyard.Server.Publishing.Posts;

/// <summary>Types of the event stream's events about posts. Their subject is the post's id.</summary>
internal static class PostStreamEvents
{
    private const string Prefix = "post.";

    /// <summary><c>post.in_inbox</c> for a change of state, else <c>post.updated</c>.</summary>
    public static string TypeOf(Post post, string logged) =>
        Prefix
        + (
            logged == PostEventTypes.State
                ? JsonNamingPolicy.SnakeCaseLower.ConvertName(post.State.ToString())
                : "updated"
        );

    /// <summary>Whether an event says that a post changed its state.</summary>
    public static bool IsOfPost(string type) => type.StartsWith(Prefix, StringComparison.Ordinal);
}
