using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Clipyard.Server.Publishing.Requests.Links;

/// <summary>The form of an approval link's page.</summary>
internal sealed record DecisionForm
{
    [Description("approve or reject.")]
    [FromForm(Name = "decision")]
    public string? Decision { get; init; }

    [Description("Goes into the post's log.")]
    [FromForm(Name = "reason")]
    public string? Reason { get; init; }
}
