using System.ComponentModel;
using System.Text.Json;

namespace Clipyard.Server.Tasks.Work;

/// <summary>A task that is to be made.</summary>
internal sealed record TaskBody
{
    [Description("At most 200 characters.")]
    public string? Title { get; init; }

    [Description("At most 10,000 characters.")]
    public string? Description { get; init; }

    [Description("submitted (unless said), planning, in_progress, completed, failed or cancelled.")]
    public string? State { get; init; }

    [Description("What came of it: a JSON object of at most 262,144 bytes.")]
    public JsonElement? OutputData { get; init; }

    [Description("Why it failed: at most 10,000 characters.")]
    public string? Error { get; init; }
}
