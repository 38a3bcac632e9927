using System.ComponentModel;
using Clipyard.Server.Publishing.Requests.Accepting;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Publishing.Requests.Uploading;

/// <summary>The parts of an upload, in any order. For the document; they are read as they come.</summary>
internal sealed record UploadParts : SettingsBody
{
    [Description("The file: MP4, MOV or WebM.")]
    public required IFormFile Video { get; init; }

    [Description("The caption; first choice.")]
    public string? Content { get; init; }

    [Description("The caption.")]
    public string? Title { get; init; }

    [Description("Stands below the caption, after a blank line.")]
    public string? Description { get; init; }

    [Description("inbox (a draft; unless said) or direct.")]
    public string? Mode { get; init; }

    [Description("upload (unless said) or pull.")]
    public string? Transfer { get; init; }

    [Description("Which connected account; the only one unless said.")]
    public string? AccountId { get; init; }

    [Description("When it goes out.")]
    public string? ScheduleTime { get; init; }

    [Description("An IANA time zone, for schedule_time.")]
    public string? ScheduleZone { get; init; }

    [Description("Whether ffmpeg may make the file fit.")]
    public bool? Repair { get; init; }

    [Description("Whether a person has to approve it first.")]
    public bool? Approval { get; init; }
}
