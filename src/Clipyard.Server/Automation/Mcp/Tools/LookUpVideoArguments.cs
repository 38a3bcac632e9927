using System.ComponentModel;

namespace Clipyard.Server.Automation.Mcp.Tools;

internal sealed record LookUpVideoArguments
{
    [Description("The address of a TikTok video or photo post; short links work.")]
    public required string Url { get; init; }
}
