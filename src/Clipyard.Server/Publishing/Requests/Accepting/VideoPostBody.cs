using System.ComponentModel;
using Clipyard.Failures;
using Clipyard.Server.Api.Problems;

namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <summary>A video to be posted from its address, in the words of automations.</summary>
internal sealed record VideoPostBody : SettingsBody
{
    [Description("The caption.")]
    public string? Content { get; init; }

    [Description("Only tiktok.")]
    public IReadOnlyList<string?>? Platforms { get; init; }

    [Description("The https address of the video, fetched once.")]
    public string? VideoUrl { get; init; }

    [Description("The caption when there is no content.")]
    public string? VideoTitle { get; init; }

    [Description("Stands below the caption, after a blank line.")]
    public string? VideoDescription { get; init; }

    [Description("False (unless said): a person approves it before anything reaches TikTok.")]
    public bool AutoApprove { get; init; }

    [Description("inbox (a draft; unless said) or direct, which waits for a person without the key scope publish.")]
    public string? Mode { get; init; }

    [Description("upload (unless said) or pull.")]
    public string? Transfer { get; init; }

    [Description("When it goes out: with an offset, or a wall time in schedule_zone.")]
    public string? ScheduleTime { get; init; }

    [Description("An IANA time zone; needed when schedule_time has no offset.")]
    public string? ScheduleZone { get; init; }

    [Description("Which connected account; the only one unless said.")]
    public string? AccountId { get; init; }

    [Description("Whether ffmpeg may make a file fit that TikTok would refuse.")]
    public bool Repair { get; init; }

    [Description(
        "An https address that is called once, when the post has come to an outcome, with what GetPost answers."
    )]
    public string? CallbackUrl { get; init; }

    /// <summary>The same as every other way of asking.</summary>
    /// <exception cref="ClipyardException"><c>unsupported_platform</c>, <c>invalid_parameter</c>.</exception>
    public PostWish ToWish()
    {
        if (Platforms is not null)
        {
            ThrowIfForeign(Platforms);
        }

        if (string.IsNullOrWhiteSpace(VideoUrl))
        {
            throw new ClipyardException(FailureCatalogue.InvalidParameter, "The member 'video_url' is missing.")
            {
                Parameter = "video_url",
            };
        }

        return new PostWish
        {
            Source = new SourceBody { Url = VideoUrl },
            Mode = Mode,
            Transfer = Transfer,
            AccountId = AccountId,
            Texts = new PostTexts(Content, VideoTitle, VideoDescription)
            {
                TitleName = "video_title",
                DescriptionName = "video_description",
            },
            Settings = this,
            ScheduleTime = ScheduleTime,
            ScheduleZone = ScheduleZone,
            Repair = Repair,
            Approval = !AutoApprove,
            CallbackUrl = CallbackUrl,
        };
    }

    private static void ThrowIfForeign(IReadOnlyList<string?> platforms)
    {
        if (platforms.Count == 0)
        {
            throw new ClipyardException(FailureCatalogue.UnsupportedPlatform, "The member 'platforms' names none.")
            {
                Parameter = "platforms",
            };
        }

        if (platforms.FirstOrDefault(name => !IsTikTok(name), "tiktok") is var foreign && !IsTikTok(foreign))
        {
            throw new ClipyardException(
                FailureCatalogue.UnsupportedPlatform,
                $"'{Shown.Short(foreign ?? "")}' is not supported; nothing was created."
            )
            {
                Parameter = "platforms",
            };
        }
    }

    private static bool IsTikTok(string? name) => string.Equals(name, "tiktok", StringComparison.OrdinalIgnoreCase);
}
