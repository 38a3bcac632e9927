using Microsoft.AspNetCore.Mvc;

namespace Clipyard.Server.Accounts.Connecting;

/// <summary>The form of the page that asks whether a connection is meant.</summary>
internal sealed record ConnectForm
{
    [FromForm(Name = "attempt")]
    public string? Attempt { get; init; }

    [FromForm(Name = "proof")]
    public string? Proof { get; init; }

    [FromForm(Name = "decision")]
    public string? Decision { get; init; }
}
