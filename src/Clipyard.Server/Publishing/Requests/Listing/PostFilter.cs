using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Clipyard.Server.Publishing.Requests.Listing;

/// <summary>Which posts a caller wants.</summary>
internal sealed record PostFilter
{
    [Description("One state or several with commas between, such as scheduled,queued; all without it.")]
    [FromQuery(Name = "state")]
    public string? State { get; init; }

    [Description("Only those of this account.")]
    [FromQuery(Name = "account_id")]
    public string? AccountId { get; init; }

    [Description("Only those from this instant on: their schedule_time, else their creation.")]
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    [Description("Only those before this instant.")]
    [FromQuery(Name = "to")]
    public string? To { get; init; }
}
