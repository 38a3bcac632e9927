using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Clipyard.Server.Automation.Webhooks.Listing;

/// <summary>Which callbacks a caller wants to see.</summary>
internal sealed record CallbackQuery : DeliveryQuery
{
    [Description("Only this post's.")]
    [FromQuery(Name = "post_id")]
    public string? PostId { get; init; }
}
