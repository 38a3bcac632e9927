using System.Text.Json;

namespace Clipyard.Server.Publishing.Posts;

/// <summary>Types of the event stream's events about posts. Their subject is the post's id.</summary>
internal static class PostStreamEvents
{
    private const string Prefix = "post.";

    /// <summary>A post was asked for.</summary>
    public const string Created = Prefix + "created";

    /// <summary>A person approved it.</summary>
    public const string Approved = Prefix + "approved";

    /// <summary>Something else of it changed than its state.</summary>
    public const string Updated = Prefix + "updated";

    /// <summary>How far its upload is. Passing news: not kept, not repeated.</summary>
    public const string Progress = Prefix + "progress";

    /// <summary>The event of a line of the log that is no change of state.</summary>
    public static string OfNote(string logged) => logged == PostEventTypes.Approved ? Approved : Updated;

    /// <summary>The event of a change to this state: <c>post.in_inbox</c>.</summary>
    public static string Of(PostState state) => Prefix + JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());

    /// <summary>Whether an event says that a post changed its state.</summary>
    public static bool IsOfPost(string type) => type.StartsWith(Prefix, StringComparison.Ordinal);
}
