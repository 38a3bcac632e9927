using System.ComponentModel;

namespace Clipyard.Server.Publishing.Requests.Links;

/// <summary>A link that is wanted.</summary>
internal sealed record ApprovalLinkBody
{
    [Description("How long it works: 1 to 168, 72 unless said.")]
    public int? ExpiresInHours { get; init; }
}
