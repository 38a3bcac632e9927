using System.ComponentModel;

namespace Clipyard.Server.Automation.Webhooks.Listing;

/// <summary>What is to be sent again.</summary>
internal sealed record ReplayBody
{
    [Description("All that failed for good since this instant.")]
    public DateTimeOffset? Since { get; init; }
}
