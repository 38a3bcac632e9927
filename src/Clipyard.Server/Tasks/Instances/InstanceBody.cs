using System.ComponentModel;

namespace Clipyard.Server.Tasks.Instances;

/// <summary>An instance that is to be made.</summary>
internal sealed record InstanceBody
{
    [Description("At most 200 characters.")]
    public string? Name { get; init; }

    [Description("At most 10,000 characters.")]
    public string? Description { get; init; }

    [Description("The connected accounts that its tasks' videos may go to: 1 to 50 ids.")]
    public IReadOnlyList<string?>? AccountIds { get; init; }

    [Description(
        "Where a task's output_data has the video's address, such as result.videos[0].url. Unless said, the first of "
            + "video_url, video.url, output.video_url and videos[0].url."
    )]
    public string? VideoPath { get; init; }

    [Description(
        "Where output_data has the caption. Unless said, the first of suggested_caption, caption, title and description."
    )]
    public string? CaptionPath { get; init; }
}
