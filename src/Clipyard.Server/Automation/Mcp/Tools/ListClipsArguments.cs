using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Clipyard.Server.Api;

namespace Clipyard.Server.Automation.Mcp.Tools;

internal sealed record ListClipsArguments
{
    [Description("The student; list_students names them.")]
    [Length(1, 128)]
    public required string StudentId { get; init; }

    [Description(ToolTexts.Limit)]
    [Range(1, PageLimit.Maximum)]
    public int? Limit { get; init; }

    [Description(ToolTexts.Cursor)]
    public string? Cursor { get; init; }
}
