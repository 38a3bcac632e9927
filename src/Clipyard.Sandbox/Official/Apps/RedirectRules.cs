using Clipyard.Sandbox.Hosting;

namespace Clipyard.Sandbox.Official.Apps;

/// <summary>Which addresses the portal lets an app register for its redirect.</summary>
internal static class RedirectRules
{
    private const int MostAddresses = 10;
    private const int LongestAddress = 511;

    /// <exception cref="ArgumentException">The portal would refuse them.</exception>
    public static void Check(IReadOnlyList<string> addresses)
    {
        if (addresses.Count > MostAddresses)
        {
            throw new ArgumentException($"An app has at most {MostAddresses} redirect addresses.", nameof(addresses));
        }

        foreach (var address in addresses)
        {
            if (Fault(address) is { } fault)
            {
                throw new ArgumentException($"'{address}' cannot be a redirect address: {fault}", nameof(addresses));
            }
        }
    }

    /// <summary>Whether the address belongs to a program on the user's own machine.</summary>
    public static bool IsDesktop(string address) =>
        Uri.TryCreate(address.Replace(":*/", ":1/", StringComparison.Ordinal), UriKind.Absolute, out var parsed)
        && TikTokHosts.IsLoopback(parsed.Host);

    private static string? Fault(string address)
    {
        if (address.Length > LongestAddress)
        {
            return "it is longer than 511 characters.";
        }

        if (!Uri.TryCreate(address.Replace(":*/", ":1/", StringComparison.Ordinal), UriKind.Absolute, out var parsed))
        {
            return "it is no absolute address.";
        }

        if (address.Contains('?', StringComparison.Ordinal) || address.Contains('#', StringComparison.Ordinal))
        {
            return "it must have no query and no fragment.";
        }

        if (!IsDesktop(address))
        {
            return parsed.Scheme == Uri.UriSchemeHttps ? null : "only localhost and 127.0.0.1 may do without https.";
        }

        return parsed.Host is "[::1]" ? "use localhost or 127.0.0.1."
            : HasPort(address) ? null
            : "a loopback address needs a port, or * for any.";
    }

    private static bool HasPort(string address)
    {
        var host = address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var slash = host.IndexOf('/', StringComparison.Ordinal);
        return (slash < 0 ? host : host[..slash]).Contains(':', StringComparison.Ordinal);
    }
}
