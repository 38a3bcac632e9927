using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Clipyard.Server.Automation.Webhooks.Listing;

/// <summary>Which messages a caller wants to see.</summary>
internal sealed record DeliveryQuery
{
    [Description("pending, delivered or failed; all without it.")]
    [FromQuery(Name = "state")]
    public string? State { get; init; }

    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }
}
