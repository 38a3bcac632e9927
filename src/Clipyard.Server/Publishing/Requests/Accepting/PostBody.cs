using System.ComponentModel;

namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <summary>What to post, where and how.</summary>
internal sealed record PostBody : SettingsBody
{
    [Description("Where the files come from: one of clip_id, upload_id, url and images.")]
    public SourceBody? Source { get; init; }

    [Description("inbox (a draft that the creator finishes in TikTok; unless said) or direct (a post).")]
    public string? Mode { get; init; }

    [Description(
        "upload (we send the bytes; unless said) or pull (TikTok fetches them from here, below a verified property of the "
            + "app). Photos know only pull."
    )]
    public string? Transfer { get; init; }

    [Description("Which connected account; the only one unless said.")]
    public string? AccountId { get; init; }

    [Description("The caption, at most 2,200 UTF-16 units with the description; of photos the description, 4,000.")]
    public string? Content { get; init; }

    [Description("The caption when there is no content; of photos the title, at most 90 UTF-16 units.")]
    public string? Title { get; init; }

    [Description("Stands below the caption, after a blank line.")]
    public string? Description { get; init; }

    [Description("When it goes out: with an offset, or a wall time in schedule_zone. As soon as possible unless said.")]
    public string? ScheduleTime { get; init; }

    [Description("An IANA time zone; needed when schedule_time has no offset, kept for display when it has one.")]
    public string? ScheduleZone { get; init; }

    [Description("Whether ffmpeg may make a file fit that TikTok would refuse.")]
    public bool Repair { get; init; }

    [Description("Whether a person has to approve it first. Direct posts without the key scope publish always wait.")]
    public bool Approval { get; init; }

    [Description(
        "An https address that is called once, when the post has come to an outcome, with what GetPost answers."
    )]
    public string? CallbackUrl { get; init; }

    /// <summary>The same as every other way of asking.</summary>
    public PostWish ToWish() =>
        new()
        {
            Source = Source,
            Mode = Mode,
            Transfer = Transfer,
            AccountId = AccountId,
            Texts = new PostTexts(Content, Title, Description),
            Settings = this,
            ScheduleTime = ScheduleTime,
            ScheduleZone = ScheduleZone,
            Repair = Repair,
            Approval = Approval,
            CallbackUrl = CallbackUrl,
        };
}
