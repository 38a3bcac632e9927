namespace Clipyard.Sandbox.Official.Apps;

/// <summary>Which places the portal lets an app add.</summary>
internal static class UrlPropertyRules
{
    /// <exception cref="ArgumentException">TikTok does not take it.</exception>
    public static void Check(UrlPropertyKind kind, string value)
    {
        var fault = kind == UrlPropertyKind.Domain ? Domain(value) : Prefix(value);
        if (fault is not null)
        {
            throw new ArgumentException($"'{value}' cannot be a URL property: {fault}", nameof(value));
        }
    }

    private static string? Domain(string value) =>
        Uri.CheckHostName(value) == UriHostNameType.Dns && value.Contains('.', StringComparison.Ordinal)
            ? null
            : "it is no domain.";

    private static string? Prefix(string value)
    {
        if (!value.EndsWith('/'))
        {
            return "a prefix ends in '/'.";
        }

        if (!Uri.TryCreate(value.Replace(":*/", ":1/", StringComparison.Ordinal), UriKind.Absolute, out var address))
        {
            return "it is no absolute address.";
        }

        if (!LoopbackWildcard.IsSecureOrLoopback(address))
        {
            return "it must be https (or http on loopback, here only).";
        }

        return address.IsLoopback || address.HostNameType == UriHostNameType.Dns
            ? null
            : "its host must be a domain, not a number.";
    }
}
