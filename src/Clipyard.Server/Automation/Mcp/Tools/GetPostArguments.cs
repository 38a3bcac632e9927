using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Clipyard.Server.Automation.Mcp.Calls;

namespace Clipyard.Server.Automation.Mcp.Tools;

internal sealed record GetPostArguments
{
    [Description("The post's id.")]
    public required string PostId { get; init; }

    [Description(ToolTexts.WaitSeconds + " Also ends when the post waits for a person or its time.")]
    [Range(0, CallArguments.LongestWait)]
    public int? WaitSeconds { get; init; }
}
