using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Clipyard.Server.Automation.Mcp.Calls;

namespace Clipyard.Server.Automation.Mcp.Tools;

internal sealed record GetJobArguments
{
    [Description("The job's id.")]
    public required string JobId { get; init; }

    [Description(ToolTexts.WaitSeconds)]
    [Range(0, CallArguments.LongestWait)]
    public int? WaitSeconds { get; init; }
}
