using System.Text.Json;

namespace Clipyard.Server.Tasks.Posting;

/// <summary>What of a task's output is posted.</summary>
/// <param name="VideoUrl">Where the video lies; null: the output names none.</param>
/// <param name="Caption">What it suggests as the caption; null for none.</param>
internal sealed record TaskOutput(string? VideoUrl, string? Caption)
{
    private static readonly string[] VideoPaths = ["video_url", "video.url", "output.video_url", "videos[0].url"];
    private static readonly string[] CaptionPaths = ["suggested_caption", "caption", "title", "description"];

    /// <summary>Reads it out of a task's output data.</summary>
    /// <param name="output">The document; null: there is none.</param>
    /// <param name="videoPath">Where the instance has the address; null: the usual places.</param>
    /// <param name="captionPath">Where the instance has the caption; null: the usual places.</param>
    public static TaskOutput Of(string? output, string? videoPath, string? captionPath)
    {
        if (output is null)
        {
            return new TaskOutput(null, null);
        }

        using var document = JsonDocument.Parse(output);
        return new TaskOutput(
            First(document.RootElement, videoPath is null ? VideoPaths : [videoPath])?.Trim(),
            First(document.RootElement, captionPath is null ? CaptionPaths : [captionPath])
        );
    }

    private static string? First(JsonElement output, IEnumerable<string> paths) =>
        paths.Select(path => OutputPath.Find(output, path)).FirstOrDefault(text => text is not null);
}
