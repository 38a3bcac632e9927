using System.ComponentModel;

namespace Clipyard.Server.Automation.Mcp.Tools;

internal sealed record CancelPostArguments
{
    [Description("The post's id.")]
    public required string PostId { get; init; }
}
