using System.ComponentModel;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Requests.Answers;

/// <summary>A post as its owner sees it.</summary>
internal record PostAnswer
{
    [Description("False when it came to nothing: status FAILED.")]
    public required bool Success { get; init; }

    public required Guid PostId { get; init; }

    public required PostState State { get; init; }

    [Description("PROCESSING, SEND_TO_USER_INBOX, PUBLISHED or FAILED.")]
    public required string Status { get; init; }

    public required PostKind Kind { get; init; }

    public required PostMode Mode { get; init; }

    public required PostTransfer Transfer { get; init; }

    public required PostAccountAnswer Account { get; init; }

    [Description("The task whose output it is; null for none.")]
    public Guid? TaskId { get; init; }

    [Description("The clip of the archive that it was made from; null for another source.")]
    public string? ClipId { get; init; }

    [Description("That clip's cover, or its first photo; null when none is kept. It stops working as the clip's does.")]
    public string? ThumbnailUrl { get; init; }

    [Description("As it is sent; of a video draft, to be copied by hand.")]
    public string? Caption { get; init; }

    [Description("Photos only.")]
    public string? Title { get; init; }

    [Description("What TikTok leaves out of a draft; null for direct posts.")]
    public string? Note { get; init; }

    public required PostSettings Settings { get; init; }

    [Description("As the clocks of schedule_zone show it; null: as soon as possible.")]
    public DateTimeOffset? ScheduleTime { get; init; }

    public string? ScheduleZone { get; init; }

    [Description(
        "What an approval is for: files, account, caption, settings and time. Null until the files are there."
    )]
    public string? Version { get; init; }

    [Description("One more at every change; also the entity tag, for If-Match.")]
    public required int Revision { get; init; }

    public required bool NeedsApproval { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    [Description("person:ID, key:ID or link.")]
    public string? ApprovedBy { get; init; }

    [Description("Why it goes out later than it could; null when it does not.")]
    public PostWaitAnswer? Wait { get; init; }

    [Description("TikTok's id of the last attempt.")]
    public string? PublishId { get; init; }

    [Description("The public post; null until TikTok tells its id, which it never does for SELF_ONLY.")]
    public string? PostUrl { get; init; }

    [Description("TikTok's ids of the public posts that came of it, oldest first.")]
    public required IReadOnlyList<string> PostIds { get; init; }

    [Description("Why it came to nothing; null when it did not.")]
    public PostFailAnswer? Fail { get; init; }

    [Description("How much TikTok has; null when nothing is on its way now.")]
    public long? UploadedBytes { get; init; }

    [Description("What is sent, once it is there.")]
    public required IReadOnlyList<PostFileAnswer> Files { get; init; }

    [Description("What the repair changed, a sentence each.")]
    public required IReadOnlyList<string> RepairNotes { get; init; }

    public required int Attempts { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? InInboxAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public required string StatusUrl { get; init; }
}
