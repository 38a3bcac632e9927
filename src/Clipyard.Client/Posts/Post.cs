using Clipyard.Failures;

namespace Clipyard.Client.Posts;

/// <summary>A request to publish, and what became of it.</summary>
public sealed record Post
{
    /// <summary>The server's id of it.</summary>
    public required string PostId { get; init; }

    /// <summary>Where it stands.</summary>
    public PostState State { get; init; }

    /// <summary>The same in TikTok's words: <c>PROCESSING</c>, <c>SEND_TO_USER_INBOX</c>, <c>PUBLISHED</c>, <c>FAILED</c>.</summary>
    public string? Status { get; init; }

    /// <summary><c>video</c> or <c>photos</c>.</summary>
    public string? Kind { get; init; }

    /// <summary><c>inbox</c> or <c>direct</c>.</summary>
    public string? Mode { get; init; }

    /// <summary><c>upload</c> or <c>pull</c>.</summary>
    public string? Transfer { get; init; }

    /// <summary>Where it goes.</summary>
    public PostAccount? Account { get; init; }

    /// <summary>As it is sent; of a video draft, to be copied by hand. Null for none.</summary>
    public string? Caption { get; init; }

    /// <summary>What TikTok leaves out of a draft; null for direct posts.</summary>
    public string? Note { get; init; }

    /// <summary>Null: as soon as possible.</summary>
    public DateTimeOffset? ScheduleTime { get; init; }

    /// <summary>The zone in which the time was chosen; null without one.</summary>
    public string? ScheduleZone { get; init; }

    /// <summary>What an approval is for; null until the files are there.</summary>
    public string? Version { get; init; }

    /// <summary>One more at every change.</summary>
    public int Revision { get; init; }

    /// <summary>Whether a person must approve it before it goes out.</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>When a person did; null before.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Why it goes out later than it could; null when it does not.</summary>
    public PostWait? Wait { get; init; }

    /// <summary>TikTok's id of the last attempt; null before.</summary>
    public string? PublishId { get; init; }

    /// <summary>The public post; null until TikTok tells its id.</summary>
    public string? PostUrl { get; init; }

    /// <summary>TikTok's ids of the public posts that came of it, oldest first.</summary>
    public IReadOnlyList<string> PostIds
    {
        get => field ?? [];
        init;
    }

    /// <summary>Why it came to nothing; null when it did not.</summary>
    public PostFailure? Fail { get; init; }

    /// <summary>How much TikTok has; null when nothing is on its way now.</summary>
    public long? UploadedBytes { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether it has arrived or ended: a draft in the inbox, a post, or nothing of it.</summary>
    public bool IsOver =>
        State
            is PostState.InInbox
                or PostState.Published
                or PostState.Failed
                or PostState.Rejected
                or PostState.Cancelled;

    /// <summary>Throws what it came to nothing of, unless it has arrived or is still on its way.</summary>
    /// <exception cref="ClipyardException">The post's failure; <c>conflict</c>: it was rejected or cancelled.</exception>
    public void ThrowIfUnsuccessful()
    {
        if (State is PostState.Rejected or PostState.Cancelled)
        {
            throw new ClipyardException(
                FailureCatalogue.Conflict,
                $"Post {PostId} was {(State == PostState.Rejected ? "rejected" : "cancelled")}."
            );
        }

        if (State == PostState.Failed)
        {
            var failure = FailureCatalogue.Find(Fail?.Code ?? "") ?? FailureCatalogue.InternalError;
            throw new ClipyardException(failure, Fail?.Message) { Remedies = [Fail?.Remedy ?? failure.Remedy] };
        }
    }
}
