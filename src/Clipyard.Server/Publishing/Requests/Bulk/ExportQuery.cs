using System.ComponentModel;
using Clipyard.Server.Publishing.Requests.Listing;
using Microsoft.AspNetCore.Mvc;

namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>Which posts a caller wants to have, and in what form.</summary>
internal sealed record ExportQuery
{
    [Description("csv (unless said) or json.")]
    [FromQuery(Name = "format")]
    public string? Format { get; init; }

    [Description("true: cells as they are, without a byte-order mark; for programs.")]
    [FromQuery(Name = "raw")]
    public string? Raw { get; init; }

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

    /// <summary>The same filters as those of the list.</summary>
    public PostQuery ToPostQuery() =>
        new()
        {
            State = State,
            AccountId = AccountId,
            From = From,
            To = To,
        };
}
