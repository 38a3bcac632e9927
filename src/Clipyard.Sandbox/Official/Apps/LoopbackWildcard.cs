using Clipyard.Sandbox.Hosting;

namespace Clipyard.Sandbox.Official.Apps;

/// <summary>Addresses on loopback whose registered form leaves the port open: <c>http://127.0.0.1:*/callback/</c>.</summary>
internal static class LoopbackWildcard
{
    private const string AnyPort = ":*/";

    public static bool Equal(string address, string registered) =>
        string.Equals(address, registered, StringComparison.Ordinal)
        || (
            WithPort(address, registered) is { } concrete && string.Equals(address, concrete, StringComparison.Ordinal)
        );

    public static bool StartsWith(Uri address, string registered)
    {
        var text = address.AbsoluteUri;
        return text.StartsWith(WithPort(text, registered) ?? registered, StringComparison.Ordinal);
    }

    /// <summary>An https address, or http on a loopback name.</summary>
    public static bool IsSecureOrLoopback(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps
        || (address.Scheme == Uri.UriSchemeHttp && TikTokHosts.IsLoopback(address.Host));

    /// <summary>The registered form with the port of the address; null when it has no open port.</summary>
    private static string? WithPort(string address, string registered) =>
        registered.Contains(AnyPort, StringComparison.Ordinal)
        && Uri.TryCreate(address, UriKind.Absolute, out var parsed)
        && TikTokHosts.IsLoopback(parsed.Host)
            ? registered.Replace(AnyPort, $":{parsed.Port}/", StringComparison.Ordinal)
            : null;
}
