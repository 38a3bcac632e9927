using System.ComponentModel;
using System.Text.Json.Serialization;
using Clipyard.Server.Publishing.Requests.Accepting;

namespace Clipyard.Server.Publishing.Requests.Changing;

/// <summary>What is to be different. What is left out stays.</summary>
internal sealed record PatchBody : SettingsBody
{
    [Description("The version that was looked at: the change is refused when it is another one by now.")]
    public string? Version { get; init; }

    [Description("The revision that was looked at, as If-Match.")]
    public int? Revision { get; init; }

    [Description("The caption. With any of content, title and description all three are replaced.")]
    public string? Content
    {
        get;
        init
        {
            field = value;
            ChangesTexts = true;
        }
    }

    [Description("The caption when there is no content; of photos the title.")]
    public string? Title
    {
        get;
        init
        {
            field = value;
            ChangesTexts = true;
        }
    }

    [Description("Stands below the caption, after a blank line.")]
    public string? Description
    {
        get;
        init
        {
            field = value;
            ChangesTexts = true;
        }
    }

    [Description("When it goes out; null: as soon as possible.")]
    public string? ScheduleTime
    {
        get;
        init
        {
            field = value;
            ChangesSchedule = true;
        }
    }

    [Description("An IANA time zone, for schedule_time.")]
    public string? ScheduleZone { get; init; }

    [Description("Which connected account.")]
    public string? AccountId { get; init; }

    [Description("inbox or direct.")]
    public string? Mode { get; init; }

    /// <summary>Whether any text stood in the body, null included.</summary>
    [JsonIgnore]
    public bool ChangesTexts { get; private init; }

    /// <summary>Whether a time stood in the body, null included.</summary>
    [JsonIgnore]
    public bool ChangesSchedule { get; private init; }
}
