using System.ComponentModel;
using Clipyard.Server.Publishing;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Answers;
using Clipyard.Server.Tasks.Work;

namespace Clipyard.Server.Tasks.Posting;

/// <summary>What was sent of a task's latest post, and how. No secret.</summary>
internal sealed record PostDataAnswer
{
    [Description("Our id of the post.")]
    public required Guid PostId { get; init; }

    public required PostState State { get; init; }

    public required PostMode Mode { get; init; }

    public required PostTransfer Transfer { get; init; }

    public required PostAccountAnswer Account { get; init; }

    public string? Caption { get; init; }

    public required PostSettings Settings { get; init; }

    [Description(
        "The video that it was made from, without what follows the path; output_data may name another by now."
    )]
    public string? VideoUrl { get; init; }

    [Description("Every try to send it, with TikTok's codes and log ids.")]
    public required IReadOnlyList<AttemptAnswer> Attempts { get; init; }

    [Description("Why it came to nothing; null when it did not.")]
    public PostFailAnswer? Fail { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public required string StatusUrl { get; init; }

    public static PostDataAnswer Of(TaskPost task)
    {
        var post = task.Post;
        return new PostDataAnswer
        {
            PostId = post.PostId,
            State = post.State,
            Mode = post.Mode,
            Transfer = post.Transfer,
            Account = post.Account,
            Caption = post.Caption,
            Settings = post.Settings,
            VideoUrl = task.SourceUrl is { } url ? VideoAddress.Shown(url) : null,
            Attempts = task.Attempts,
            Fail = post.Fail,
            CreatedAt = post.CreatedAt,
            EndedAt = post.EndedAt,
            StatusUrl = post.StatusUrl,
        };
    }
}
