using System.ComponentModel;

namespace Clipyard.Server.Publishing.Requests.Changing;

/// <summary>What a person says yes or no to.</summary>
internal sealed record ApprovalBody
{
    [Description("The version that was looked at. An approval needs it; a rejection may name it.")]
    public string? Version { get; init; }

    [Description("Why not, for the log. Rejections only.")]
    public string? Reason { get; init; }
}
