using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Clipyard.Server.Api;

namespace Clipyard.Server.Automation.Mcp.Tools;

internal sealed record ListPostsArguments
{
    [Description(
        "One state or several with commas between: preparing, awaiting_approval, scheduled, queued, initialising, "
            + "uploading, processing, uncertain, in_inbox, published, failed, rejected, cancelled. All without it."
    )]
    public string? State { get; init; }

    [Description("Only those of this account.")]
    public string? AccountId { get; init; }

    [Description(
        "Only those from this instant on, such as 2026-12-01T00:00:00Z: their schedule_time, else their creation."
    )]
    public string? From { get; init; }

    [Description("Only those before this instant.")]
    public string? To { get; init; }

    [Description(ToolTexts.Limit)]
    [Range(1, PageLimit.Maximum)]
    public int? Limit { get; init; }

    [Description(ToolTexts.Cursor)]
    public string? Cursor { get; init; }
}
