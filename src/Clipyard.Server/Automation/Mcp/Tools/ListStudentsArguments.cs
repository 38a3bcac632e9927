using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Clipyard.Server.Api;

namespace Clipyard.Server.Automation.Mcp.Tools;

internal sealed record ListStudentsArguments
{
    [Description(ToolTexts.Limit)]
    [Range(1, PageLimit.Maximum)]
    public int? Limit { get; init; }

    [Description(ToolTexts.Cursor)]
    public string? Cursor { get; init; }
}
