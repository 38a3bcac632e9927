namespace Clipyard.Sandbox.Official.OAuth;

/// <summary>A consent request that may be shown to the creator.</summary>
internal sealed record AuthorizeRequest
{
    public required Apps.SandboxApp App { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required string RedirectUri { get; init; }

    public required string State { get; init; }

    public string? Challenge { get; init; }

    /// <summary>Whether the page is shown even to somebody who has consented before.</summary>
    public bool AlwaysAsk { get; init; }

    /// <summary>The callback with these members, escaped as a form.</summary>
    public string Callback(params (string Name, string Value)[] members) =>
        RedirectUri
        + "?"
        + string.Join(
            '&',
            members
                .Where(member => member.Value.Length > 0)
                .Select(member => $"{member.Name}={Uri.EscapeDataString(member.Value)}")
        );
}
