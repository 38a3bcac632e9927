using Clipyard.Failures;
using Clipyard.Server.Api.Problems;
using Clipyard.Server.Automation.Webhooks.Telling;
using Clipyard.Server.Network;

namespace Clipyard.Server.Automation.Webhooks.Subscribing;

/// <summary>What a webhook may be.</summary>
internal sealed class WebhookRules(IGuardedHttp network)
{
    public const int LongestDescription = 200;

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, <c>url_not_allowed</c>.</exception>
    public string Url(string? url) =>
        string.IsNullOrWhiteSpace(url)
            ? throw Invalid("url", "The member 'url' is missing: the https address that is called.")
            : network.Check(url).AbsoluteUri;

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>.</exception>
    public static string? Description(string? description) =>
        description?.Trim() switch
        {
            null or "" => null,
            { Length: > LongestDescription } => throw Invalid(
                "description",
                $"'description' must not be longer than {LongestDescription} characters."
            ),
            var text => text,
        };

    /// <returns>The types as the row keeps them.</returns>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>.</exception>
    public static string Events(IReadOnlyList<string?>? types)
    {
        if (types is not { Count: > 0 })
        {
            throw Invalid("events", "'events' must name at least one type of event.");
        }

        if (
            types.FirstOrDefault(type => type is null || !OfferedEvents.Contains(type), OfferedEvents.Test) is var type
            && (type is null || !OfferedEvents.Contains(type))
        )
        {
            throw Invalid("events", $"'events' names '{Shown.Short(type ?? "null")}', which is not offered.");
        }

        return string.Join(' ', types.Distinct(StringComparer.Ordinal));
    }

    private static ClipyardException Invalid(string name, string detail) =>
        new(FailureCatalogue.InvalidParameter, detail)
        {
            Parameter = name,
            Remedies = ["GET /api/webhooks/events lists the types; docs/webhooks.md explains the rest."],
        };
}
